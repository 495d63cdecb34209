package smartcity.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

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
    void takesManyChanges() {
        SimulatedTime time = new SimulatedTime(START, EPOCH, 1);

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int second = 0; second < 200_000; second++) {
                time.changeFactor(second % 2 == 0 ? 3 : 1, EPOCH.plusSeconds(second));
            }
        });

        assertThat(time.at(EPOCH.plusSeconds(200_000))).isEqualTo(START.plusSeconds(400_000));
        assertThat(time.at(EPOCH.plusSeconds(1))).isEqualTo(START.plusSeconds(3));
    }

    @Test
    void isRealTimeInMicrosecondsWhenLive() {
        Instant now = Instant.parse("2026-11-23T08:30:00.123456789Z");

        assertThat(SimulatedTime.live().at(now)).isEqualTo(Instant.parse("2026-11-23T08:30:00.123456Z"));
    }

    @Test
    void convertsASimulatedDurationToARealOne() {
        SimulatedTime slow = new SimulatedTime(START, EPOCH, 0.5);

        assertThat(slow.realDuration(Duration.ofSeconds(3))).isEqualTo(Duration.ofSeconds(6));
    }

    @Test
    void extendsBackBeforeTheEpoch() {
        SimulatedTime time = new SimulatedTime(START, EPOCH, 10);

        assertThat(time.at(EPOCH.minusSeconds(1))).isEqualTo(START.minusSeconds(10));
    }

    @Test
    void changesItsFactorWithoutAJump() {
        SimulatedTime time = new SimulatedTime(START, EPOCH, 60);

        time.changeFactor(2, EPOCH.plusSeconds(10));

        assertThat(time.at(EPOCH.plusSeconds(5))).isEqualTo(START.plusSeconds(300));
        assertThat(time.at(EPOCH.plusSeconds(10))).isEqualTo(START.plusSeconds(600));
        assertThat(time.at(EPOCH.plusSeconds(15))).isEqualTo(START.plusSeconds(610));
        assertThat(time.factor()).isEqualTo(2);
        assertThat(time.realDuration(Duration.ofSeconds(3))).isEqualTo(Duration.ofMillis(1500));
    }

    @Test
    void isPausedUntilTheFactorIsSetAgain() {
        SimulatedTime time = SimulatedTime.live();

        time.pause(EPOCH);
        time.changeFactor(10, EPOCH.plusSeconds(3600));

        assertThat(time.at(EPOCH.plusSeconds(1800))).isEqualTo(EPOCH);
        assertThat(time.at(EPOCH.plusSeconds(3601))).isEqualTo(EPOCH.plusSeconds(10));
    }

    @Test
    void waitsAYearForWhatIsDueAfterAPause() {
        SimulatedTime time = SimulatedTime.live();

        time.pause(EPOCH);

        assertThat(time.factor()).isZero();
        assertThat(time.realDuration(Duration.ofSeconds(1))).isEqualTo(Duration.ofDays(365));
    }

    @Test
    void appliesChangesInTheOrderReceivedWhateverTheirInstants() {
        SimulatedTime time = new SimulatedTime(START, EPOCH, 1);

        time.changeFactor(10, EPOCH.plusSeconds(20));
        time.changeFactor(100, EPOCH.plusSeconds(10));

        assertThat(time.at(EPOCH.plusSeconds(20))).isEqualTo(START.plusSeconds(20));
        assertThat(time.at(EPOCH.plusSeconds(21))).isEqualTo(START.plusSeconds(120));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.09, 3601, Double.NaN})
    void refusesAFactorOutOfRange(double factor) {
        assertThatThrownBy(() -> new SimulatedTime(START, EPOCH, factor))
                .hasMessage("factor must be within [0.1, 3600] but was " + factor);
        assertThatThrownBy(() -> SimulatedTime.live().changeFactor(factor, EPOCH))
                .hasMessage("factor must be within [0.1, 3600] but was " + factor);
    }
}
