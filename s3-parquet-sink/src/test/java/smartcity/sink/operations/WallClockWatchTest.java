package smartcity.sink.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;
import smartcity.sink.loop.LoopSteps;

class WallClockWatchTest {
    private final MutableClock wall = MutableClock.epochUTC();
    private long nanos;
    private final WallClockWatch watch = new WallClockWatch(LoopSteps.clock(wall, () -> nanos));

    private void pass(Duration time) {
        nanos += time.toNanos();
        wall.add(time);
    }

    @Test
    void findsThatTheClockWasSetBackAndByHowMuch() {
        pass(Duration.ofHours(1));
        wall.add(Duration.ofMinutes(-90));
        pass(Duration.ofSeconds(1));

        assertThat(watch.setBack()).contains(Duration.ofMinutes(90));
        assertThat(watch.setBack()).isEmpty();
    }

    @Test
    void findsNothingInAClockThatWasSetForward() {
        wall.add(Duration.ofDays(1));

        assertThat(watch.setBack()).isEmpty();
    }

    @Test
    void findsThatAClockWasSetForwardAndBack() {
        wall.add(Duration.ofDays(1));
        watch.setBack();
        wall.add(Duration.ofDays(-1));

        assertThat(watch.setBack()).contains(Duration.ofDays(1));
    }

    @Test
    void findsNothingInAClockThatIsSlowedDownUntilItIsRight() {
        for (int second = 0; second < 10_000; second++) {
            pass(Duration.ofSeconds(1));
            wall.add(Duration.ofMillis(-500));

            assertThat(watch.setBack()).isEmpty();
        }
    }
}
