package smartcity.emission.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import smartcity.time.SimulatedTime;

class EmissionPaceTest {
    private static final Instant EPOCH = Instant.parse("2026-07-01T00:00:00Z");

    /// An hour of simulated time in a minute; half a minute has passed.
    private final LivePace live = new LivePace(
            new SimulatedTime(EPOCH, EPOCH, 60),
            Clock.fixed(EPOCH.plusSeconds(30), ZoneOffset.UTC),
            Duration.ofSeconds(10));

    @Test
    void isBehindInRealTime() {
        assertThat(live.behind(EPOCH.plus(Duration.ofMinutes(20)))).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void isNotBehindWhenNothingIsDue() {
        assertThat(live.behind(EPOCH.plus(Duration.ofMinutes(31)))).isZero();
    }

    @Test
    void resumesAtThePresentAfterALongAbsence() {
        assertThat(live.resumeFrom(EPOCH.plus(Duration.ofMinutes(19)))).isEqualTo(EPOCH.plus(Duration.ofMinutes(30)));
        assertThat(live.resumeFrom(EPOCH.plus(Duration.ofMinutes(20)))).isEqualTo(EPOCH.plus(Duration.ofMinutes(20)));
    }

    @Test
    void isNeverBehindInABackfill() {
        BackfillPace backfill = new BackfillPace(EPOCH, EPOCH.plus(Duration.ofDays(1)));

        assertThat(backfill.behind(EPOCH)).isZero();
    }
}
