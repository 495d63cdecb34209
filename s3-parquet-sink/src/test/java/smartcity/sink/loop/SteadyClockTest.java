package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;

class SteadyClockTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final MutableClock wall = MutableClock.of(NOON, ZoneOffset.UTC);
    private long nanos = 7;
    private final SteadyClock clock = new SteadyClock(wall, () -> nanos);

    private void pass(Duration time) {
        nanos += time.toNanos();
        wall.add(time);
    }

    @Test
    void showsTheTimeOfTheWallClockUntilThatIsSet() {
        pass(Duration.ofMinutes(3));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(180));
    }

    @Test
    void measuresWhatHasPassedWhateverTheWallClockIsSetTo() {
        Instant then = clock.instant();
        pass(Duration.ofSeconds(10));
        wall.add(Duration.ofHours(-5));
        pass(Duration.ofSeconds(20));
        wall.add(Duration.ofDays(400));

        assertThat(clock.since(then)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void showsWhenSomethingHappenedByTheWallClockOfNow() {
        pass(Duration.ofSeconds(10));
        Instant then = clock.instant();
        pass(Duration.ofSeconds(20));
        wall.add(Duration.ofHours(1));

        assertThat(clock.onWall(then)).isEqualTo(NOON.plusSeconds(10).plus(Duration.ofHours(1)));
    }
}
