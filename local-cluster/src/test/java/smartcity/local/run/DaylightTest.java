package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DaylightTest {
    /// HM Nautical Almanac Office, Oxford, 21 June: sunrise 03:46 UTC, sunset 20:26 UTC.
    @Test
    void knowsWhenTheSunRisesAndSets() {
        String sentence = Daylight.sentence(Instant.parse("2026-06-21T08:00:00Z"));

        assertThat(sentence).startsWith("In the city it is 2026-06-21 08:00 UTC, day; the sun rises at ");
        Matcher times = Pattern.compile("rises at (\\S+) and sets at (\\S+)$").matcher(sentence);
        assertThat(times.find()).isTrue();
        assertThat(Duration.between(LocalTime.parse(times.group(1)), LocalTime.of(3, 46))
                        .abs())
                .isLessThan(Duration.ofMinutes(4));
        assertThat(Duration.between(LocalTime.parse(times.group(2)), LocalTime.of(20, 26))
                        .abs())
                .isLessThan(Duration.ofMinutes(4));
    }

    @Test
    void saysHowToSeeTheCityByDay() {
        assertThat(Daylight.sentence(Instant.parse("2026-11-23T22:15:00Z")))
                .startsWith("In the city it is 2026-11-23 22:15 UTC, night;")
                .endsWith("(--start begins at another time)");
    }
}
