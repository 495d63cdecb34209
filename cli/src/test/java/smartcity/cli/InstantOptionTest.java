package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantOptionTest {
    @ParameterizedTest
    @CsvSource({
        "2026-11-01, 2026-11-01T00:00:00Z",
        "2026-11-01T08:30:00Z, 2026-11-01T08:30:00Z",
        "2026-11-01T08:30:00+01:00, 2026-11-01T07:30:00Z"
    })
    void readsADateAsItsBeginningInUtcAndAnInstantAsItIs(String text, Instant instant) {
        assertThat(new InstantOption().convert(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-13-01", "01.11.2026", "2026-11-01T08:30:00", ""})
    void refusesWhatIsNeither(String text) {
        assertThatThrownBy(() -> new InstantOption().convert(text)).hasMessageEndingWith("got: " + text);
    }
}
