package smartcity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationIdentityTest {
    private static final Instant START = Instant.parse("2026-07-01T00:00:00.000001Z");
    private static final Instant EPOCH = Instant.parse("2026-11-23T08:00:00Z");

    static final List<SimulationIdentity> IDENTITIES = List.of(
            new SimulationIdentity(42, null, null, 1, null),
            new SimulationIdentity(-7, START, EPOCH, 0.1, null),
            new SimulationIdentity(1, START, null, 1, EPOCH));

    @Test
    void writesItsFieldsWithDashesForThoseThatAreNotSet() {
        assertThat(new SimulationIdentity(1, null, null, 1, null).text()).isEqualTo("1/-/-/1.0/-");
        assertThat(new SimulationIdentity(42, START, EPOCH, 60, null).text())
                .isEqualTo("42/2026-07-01T00:00:00.000001Z/2026-11-23T08:00:00Z/60.0/-");
        assertThat(new SimulationIdentity(3, EPOCH, null, 1, START).text())
                .isEqualTo("3/2026-11-23T08:00:00Z/-/1.0/2026-07-01T00:00:00.000001Z");
    }

    @ParameterizedTest
    @FieldSource("IDENTITIES")
    void isReadBackFromItsText(SimulationIdentity identity) {
        assertThat(SimulationIdentity.parse(identity.text())).contains(identity);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "42",
                "42/-/-/1.0",
                "42/-/-/1.0/-/",
                "x/-/-/1.0/-",
                "42/-/-/x/-",
                "42/-/-/1/-",
                "042/-/-/1.0/-",
                "42/yesterday/-/1.0/-",
                "42//-/1.0/-",
                " 42/-/-/1.0/-"
            })
    void isNotReadFromAnotherText(String text) {
        assertThat(SimulationIdentity.parse(text)).isEmpty();
    }
}
