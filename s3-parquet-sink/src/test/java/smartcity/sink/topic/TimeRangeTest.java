package smartcity.sink.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRangeTest {
    @ParameterizedTest
    @CsvSource({
        "1000000, false",
        "1249999, false",
        "1250000, true",
        "1999999, true",
        "2000000, true",
        "4000000, true",
        "4499999, true",
        "4500000, false",
        "5000000, false",
        "-1, false",
        "9223372036854775807, false",
        "-9223372036854775808, false"
    })
    void beginsAndEndsAtTheMicrosecond(long micros, boolean plausible) {
        TimeRange range = new TimeRange(Instant.ofEpochMilli(1_250), Instant.ofEpochMilli(4_500));

        assertThat(range.refusal(micros).isEmpty()).isEqualTo(plausible);
    }
}
