package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnlandedSinceTest {
    private static final Instant START = Instant.parse("2026-11-30T08:00:00Z");

    private final UnlandedSince since = new UnlandedSince();

    private static Instant second(long seconds) {
        return START.plusSeconds(seconds);
    }

    private @Nullable Instant at(long landed, long end, long seconds) {
        return since.at(OptionalLong.of(landed), OptionalLong.of(end), second(seconds));
    }

    @Test
    void isWhenTheOldestRecordThatHasNotLandedWasFirstSeen() {
        assertThat(at(0, 10, 0)).isEqualTo(second(0));
        assertThat(at(0, 20, 5)).isEqualTo(second(0));
        assertThat(at(10, 30, 9)).isEqualTo(second(5));
        assertThat(at(19, 30, 11)).isEqualTo(second(5));
        assertThat(at(20, 30, 12)).isEqualTo(second(9));
    }

    @Test
    void isNothingWhenAllHasLandedAndBeginsAgain() {
        at(0, 10, 0);

        assertThat(at(10, 10, 50)).isNull();
        assertThat(at(10, 10, 100)).isNull();
        assertThat(at(10, 11, 200)).isEqualTo(second(200));
    }

    @Test
    void keepsWhatItKnowsWhileKafkaAnswersNothing() {
        at(5, 10, 0);

        assertThat(since.at(OptionalLong.empty(), OptionalLong.empty(), second(60)))
                .isEqualTo(second(0));
    }

    /// A thousand records a second, landed an hour after they came.
    @Test
    void isRightToASixteenthWhenALotWaitsForLong() {
        Duration lag = Duration.ofHours(1);
        for (long now = 0; now < 3 * lag.toSeconds(); now++) {
            long landed = Math.max(0, now - lag.toSeconds()) * 1_000;

            Instant oldest = at(landed, (now + 1) * 1_000, now);

            Instant arrived = second(Math.max(0, now - lag.toSeconds()));
            assertThat(oldest).isBetween(arrived.minus(lag.dividedBy(16)).minusSeconds(1), arrived);
        }
    }
}
