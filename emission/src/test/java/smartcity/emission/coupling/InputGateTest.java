package smartcity.emission.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InputGateTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration DELAY = Duration.ofMinutes(1);
    private static final Optional<Duration> PATIENCE = Optional.of(Duration.ofSeconds(10));

    /// Real time, as far as this test lets it pass.
    private Instant now = Instant.parse("2027-01-01T00:00:00Z");

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("zone " + zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    @Test
    void opensWhenWhatIsFeltInTheMinuteIsHeard() {
        InputGate gate = gate(PATIENCE);
        gate.heardUntil(NOON.minus(DELAY)); // not the report of just that instant
        boolean early = gate.passes(NOON.plusSeconds(30));

        gate.heardUntil(NOON.minus(DELAY).plusMillis(1));

        assertThat(early).isFalse();
        assertThat(gate.passes(NOON.plusSeconds(30))).isTrue();
        assertThat(gate.passes(NOON.plusSeconds(60))).isFalse();
        assertThat(gate.unheardMinutes()).isZero();
    }

    @Test
    void staysOpenForEarlierInstants() {
        InputGate gate = gate(PATIENCE);
        gate.heardUntil(NOON);
        boolean first = gate.passes(NOON);

        assertThat(first).isTrue();
        assertThat(gate.passes(NOON.minusSeconds(3600))).isTrue();
    }

    @Test
    void losesPatienceOnceAndCountsEachMinuteItBeginsUnheard() {
        InputGate gate = gate(PATIENCE);
        boolean atOnce = gate.passes(NOON);
        now = now.plusSeconds(9);
        boolean soon = gate.passes(NOON);
        now = now.plusSeconds(1);

        for (int second = 0; second < 1000; second++) {
            assertThat(gate.passes(NOON.plusSeconds(second))).isTrue();
        }

        assertThat(atOnce).isFalse();
        assertThat(soon).isFalse();
        assertThat(gate.unheardMinutes()).isEqualTo(17); // 12:00 to 12:16
    }

    @Test
    void waitsAgainOnceItHasHeardWhatIsDue() {
        InputGate gate = gate(PATIENCE);
        gate.passes(NOON);
        now = now.plusSeconds(10);
        boolean unheard = gate.passes(NOON);
        gate.heardUntil(NOON.plusMillis(1));
        boolean heard = gate.passes(NOON.plusSeconds(60));

        boolean next = gate.passes(NOON.plusSeconds(120));

        assertThat(unheard).isTrue();
        assertThat(heard).isTrue();
        assertThat(next).isFalse();
        assertThat(gate.unheardMinutes()).isEqualTo(1);
    }

    @Test
    void waitsForEverWithoutPatience() {
        InputGate gate = gate(Optional.empty());
        boolean atOnce = gate.passes(NOON);

        now = now.plus(Duration.ofDays(1));

        assertThat(atOnce).isFalse();
        assertThat(gate.passes(NOON)).isFalse();
        assertThat(gate.unheardMinutes()).isZero();
    }

    @Test
    void refusesANegativePatience() {
        assertThatThrownBy(() -> gate(Optional.of(Duration.ofSeconds(-1))))
                .hasMessage("patience must not be negative but was PT-1S");
    }

    private InputGate gate(Optional<Duration> patience) {
        return new InputGate(DELAY, patience, clock);
    }
}
