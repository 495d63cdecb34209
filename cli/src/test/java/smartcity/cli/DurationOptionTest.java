package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationOptionTest {
    @ParameterizedTest
    @CsvSource({"90s, 90", "5m, 300", "1h, 3600", "PT1M30S, 90"})
    void readsWhatPeopleType(String text, long seconds) {
        assertThat(new DurationOption().convert(text)).isEqualTo(Duration.ofSeconds(seconds));
    }
}
