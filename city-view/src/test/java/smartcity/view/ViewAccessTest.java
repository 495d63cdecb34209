package smartcity.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewAccessTest {
    private final ViewAccess doors = new ViewAccess(ViewConfigTest.read(Map.of()));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:8080", "LOCALHOST:8080", "127.0.0.1:18080", "[::1]:8080", "[::1]"})
    void admitsTheNamesOfThisMachine(String host) {
        assertThat(doors.refusal("GET", "/", List.of(host), null)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8080", "localhost.evil.example", "10.0.0.1:8080", "", "::1"})
    void refusesForeignNames(String host) {
        assertThat(doors.refusal("GET", "/events", List.of(host), null))
                .hasValueSatisfying(reason -> assertThat(reason).contains("view.hosts"));
    }

    @Test
    void refusesARequestWithoutAName() {
        assertThat(doors.refusal("GET", "/", List.of(), null)).isPresent();
    }

    @Test
    void refusesPagesOfOtherOrigins() {
        assertThat(doors.refusal("GET", "/events", List.of("localhost:8080"), "http://evil.example"))
                .isPresent();
        assertThat(doors.refusal("GET", "/events", List.of("localhost:8080"), "http://localhost:8081"))
                .isPresent();
        assertThat(doors.refusal("POST", "/incidents", List.of("localhost:8080"), "http://localhost:8080"))
                .isEmpty();
    }

    @Test
    void refusesARequestWithTwoNames() {
        assertThat(doors.refusal("GET", "/", List.of("localhost", "evil.example"), null))
                .isPresent();
    }

    @Test
    void probesPassUnderAnyName() {
        assertThat(doors.refusal("GET", "/q/health/ready", List.of("10.1.2.3:8080"), null))
                .isEmpty();
        assertThat(doors.refusal("GET", "/q/openapi", List.of("10.1.2.3:8080"), null))
                .isPresent();
    }

    @Test
    void aReadOnlyViewRefusesEveryChange() {
        ViewAccess readOnly = new ViewAccess(ViewConfigTest.read(Map.of("view.read-only", "true")));

        assertThat(readOnly.refusal("POST", "/lake/flush", List.of("localhost"), null))
                .isPresent();
        assertThat(readOnly.refusal("PUT", "/simulator/factor", List.of("localhost"), null))
                .isPresent();
        assertThat(readOnly.refusal("GET", "/road", List.of("localhost"), null)).isEmpty();
    }
}
