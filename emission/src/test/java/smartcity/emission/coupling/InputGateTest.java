package smartcity.emission.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputGateTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration DELAY = Duration.ofMinutes(1);
    private static final Optional<Duration> TIMEOUT = Optional.of(Duration.ofSeconds(10));

    /// Counters of real time may begin anywhere, below zero too.
    private long nanos = -5_000_000_000L;

    @Test
    void opensWhenTheReportsInEffectInTheMinuteAreReceived() {
        InputGate gate = gate(TIMEOUT);
        gate.receivedUntil(NOON.minus(DELAY)); // not the report of just that instant
        boolean early = gate.passes(NOON.plusSeconds(30));

        gate.receivedUntil(NOON.minus(DELAY).plusMillis(1));

        assertThat(early).isFalse();
        assertThat(gate.passes(NOON.plusSeconds(30))).isTrue();
        assertThat(gate.passes(NOON.plusSeconds(60))).isFalse();
        assertThat(gate.incompleteMinutes()).isZero();
    }

    @Test
    void staysOpenForEarlierInstants() {
        InputGate gate = gate(TIMEOUT);
        gate.receivedUntil(NOON);
        boolean first = gate.passes(NOON);

        assertThat(first).isTrue();
        assertThat(gate.passes(NOON.minusSeconds(3600))).isTrue();
    }

    @Test
    void timesOutOnceAndCountsEachMinuteItBeginsWithIncompleteInput() {
        InputGate gate = gate(TIMEOUT);
        boolean atOnce = gate.passes(NOON);
        nanos += Duration.ofSeconds(9).toNanos();
        boolean soon = gate.passes(NOON);
        nanos += Duration.ofSeconds(1).toNanos();

        for (int second = 0; second < 1000; second++) {
            assertThat(gate.passes(NOON.plusSeconds(second)))
                    .as("second %s", second)
                    .isTrue();
        }

        assertThat(atOnce).isFalse();
        assertThat(soon).isFalse();
        assertThat(gate.incompleteMinutes()).isEqualTo(17); // 12:00 to 12:16
    }

    @Test
    void waitsAgainOnceItHasReceivedWhatIsDue() {
        InputGate gate = gate(TIMEOUT);
        gate.passes(NOON);
        nanos += Duration.ofSeconds(10).toNanos();
        boolean incomplete = gate.passes(NOON);
        gate.receivedUntil(NOON.plusMillis(1));
        boolean complete = gate.passes(NOON.plusSeconds(60));

        boolean next = gate.passes(NOON.plusSeconds(120));

        assertThat(incomplete).isTrue();
        assertThat(complete).isTrue();
        assertThat(next).isFalse();
        assertThat(gate.incompleteMinutes()).isEqualTo(1);
    }

    @Test
    void waitsForEverWithoutATimeout() {
        InputGate gate = gate(Optional.empty());
        boolean atOnce = gate.passes(NOON);

        nanos += Duration.ofDays(1).toNanos();

        assertThat(atOnce).isFalse();
        assertThat(gate.passes(NOON)).isFalse();
        assertThat(gate.incompleteMinutes()).isZero();
    }

    @Test
    void refusesANegativeTimeout() {
        assertThatThrownBy(() -> gate(Optional.of(Duration.ofSeconds(-1))))
                .hasMessage("timeout must not be negative but was PT-1S");
    }

    private InputGate gate(Optional<Duration> timeout) {
        return new InputGate(DELAY, timeout, () -> nanos);
    }
}
