package smartcity.sink.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextFormsTest {
    private static long instant(String text) {
        byte[] bytes = ("_" + text + "_").getBytes(StandardCharsets.US_ASCII);
        return TextForms.instant(bytes, 1, text.length());
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, 0",
        "1969-12-31T23:59:59.999999Z, -1",
        "2026-11-23T10:15:30.5Z, 1795428930500000",
        "2026-11-23t10:15:30z, 1795428930000000",
        "2026-11-23T12:15:30+02:00, 1795428930000000",
        "2026-11-23T04:45:30-05:30, 1795428930000000",
        "2026-11-23T10:15:30.123456789Z, 1795428930123456",
        "2000-02-29T00:00:00Z, 951782400000000"
    })
    void readsDateTimes(String text, long micros) {
        assertThat(instant(text)).isEqualTo(micros);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-23",
                "2026-11-23T10:15:30",
                "2026-11-23T10:15Z",
                "2026-13-01T00:00:00Z",
                "2026-02-29T00:00:00Z",
                "1900-02-29T00:00:00Z",
                "2026-11-31T00:00:00Z",
                "2026-11-23T24:00:00Z",
                "2026-11-23T10:60:00Z",
                "2026-11-23T10:15:60Z",
                "2026-11-23T10:15:30.Z",
                "2026-11-23T10:15:30+0200",
                "2026-11-23T10:15:30+24:00",
                "2026-11-23T10:15:30Zx",
                "2o26-11-23T10:15:30Z",
                "2026-11-23T10:15:30.12x4Z",
                "1795428930000",
            })
    void refusesTextThatIsNotADateTime(String text) {
        assertThat(instant(text)).isEqualTo(TextForms.NONE);
    }

    @Test
    void agreesWithTheJdkOnAnyInstant() {
        SplittableRandom random = new SplittableRandom(7);
        OffsetDateTime first = OffsetDateTime.parse("0000-01-01T00:00:00Z");
        for (int i = 0; i < 10_000; i++) {
            OffsetDateTime time = first.plusSeconds(random.nextLong(315_537_897_599L))
                    .plus(random.nextInt(1_000_000), ChronoUnit.MICROS);
            long expected = ChronoUnit.MICROS.between(OffsetDateTime.parse("1970-01-01T00:00:00Z"), time);

            long actual =
                    instant(time.toString().length() == 17 ? time.toString().replace("Z", ":00Z") : time.toString());

            assertThat(actual).as(time.toString()).isEqualTo(expected);
        }
    }
}
