package smartcity.local.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SimulatedPeriodTest {
    private final SimulatedPeriod hour =
            new SimulatedPeriod(Instant.parse("2026-11-01T08:00:00Z"), Instant.parse("2026-11-01T09:00:00Z"));

    @Test
    void holdsItsFirstInstantAndNotTheOneAfterItsLast() {
        assertThat(hour.holds(hour.from().toEpochMilli())).isTrue();
        assertThat(hour.holds(hour.from().toEpochMilli() - 1)).isFalse();
        assertThat(hour.holds(hour.until().toEpochMilli() - 1)).isTrue();
        assertThat(hour.holds(hour.until().toEpochMilli())).isFalse();
    }

    @Test
    void isWhollyDoneOnlyAtItsEnd() {
        assertThat(hour.percentBefore(Instant.parse("2026-11-01T07:00:00Z"))).isZero();
        assertThat(hour.percentBefore(Instant.parse("2026-11-01T08:45:00Z"))).isEqualTo(75);
        assertThat(hour.percentBefore(Instant.parse("2026-11-01T08:59:59.999Z")))
                .isEqualTo(99);
        assertThat(hour.percentBefore(Instant.parse("2026-11-01T09:00:00Z"))).isEqualTo(100);
    }
}
