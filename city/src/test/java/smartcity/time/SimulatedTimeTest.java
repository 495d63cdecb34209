package smartcity.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulatedTimeTest {
    private static final Instant EPOCH = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant START = Instant.parse("2026-07-01T00:00:00Z");

    @Test
    void runsAtTheFactorFromStartAndEpoch() {
        SimulatedTime time = new SimulatedTime(START, EPOCH, 60);

        assertThat(time.at(EPOCH.plusSeconds(90))).isEqualTo(Instant.parse("2026-07-01T01:30:00Z"));
    }

    @Test
    void isRealTimeInMicrosecondsWhenLive() {
        Instant now = Instant.parse("2026-11-23T08:30:00.123456789Z");

        assertThat(SimulatedTime.live().at(now)).isEqualTo(Instant.parse("2026-11-23T08:30:00.123456Z"));
    }

    @Test
    void tellsTheRealDurationOfASimulatedOne() {
        SimulatedTime slow = new SimulatedTime(START, EPOCH, 0.5);

        assertThat(slow.realDuration(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void goesOnBeforeTheEpoch() {
        SimulatedTime time = new SimulatedTime(START, EPOCH, 10);

        assertThat(time.at(EPOCH.minusSeconds(1))).isEqualTo(START.minusSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.09, 3601, Double.NaN})
    void refusesAFactorOutOfRange(double factor) {
        assertThatThrownBy(() -> new SimulatedTime(START, EPOCH, factor))
                .hasMessage("factor must be within [0.1, 3600] but was " + factor);
    }
}
