package smartcity.emission.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class InputGateTest {
    private static final TopicPartition WEATHER = new TopicPartition("weather_data", 0);
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Duration DELAY = Duration.ofMinutes(1);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final AtomicBoolean stopped = new AtomicBoolean();

    @Test
    void opensWhenTheTopicIsReadAndTheWeatherThatIsFeltIsTold() {
        InputGate gate = gate(LONG);
        gate.begin(WEATHER, 0, 1);
        CompletableFuture<Boolean> passage = passage(gate, NOON.plusSeconds(30));

        gate.heard("a", NOON.minusSeconds(61));
        gate.readUntil(WEATHER, 1);
        boolean early = passage.isDone();
        gate.heard("a", NOON.minusSeconds(60));

        await().untilAsserted(() -> assertThat(passage).isCompletedWithValue(true));
        assertThat(early).isFalse();
        assertThat(gate.unheardMinutes()).isZero();
    }

    @Test
    void staysShutWhileTheTopicIsNotReadToItsFormerEnd() {
        InputGate gate = gate(LONG);
        gate.begin(WEATHER, 0, 2);
        gate.heard("a", NOON);
        gate.readUntil(WEATHER, 1);
        CompletableFuture<Boolean> passage = passage(gate, NOON);

        await().during(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(passage).isNotDone());

        gate.readUntil(WEATHER, 2);
        await().untilAsserted(() -> assertThat(passage).isCompletedWithValue(true));
    }

    @Test
    void losesPatienceOnceAndCountsEachMinuteItBeginsUnheard() throws InterruptedException {
        InputGate gate = gate(Duration.ofMillis(100));
        gate.begin(WEATHER, 0, 0);

        long start = System.nanoTime();
        for (int second = 0; second < 1000; second++) {
            gate.awaitComplete(NOON.plusSeconds(second), stopped::get);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofMillis(100), Duration.ofSeconds(1));
        assertThat(gate.unheardMinutes()).isEqualTo(17); // 12:00 to 12:16
    }

    @Test
    void waitsAgainOnceItHasHeardWhatIsDue() throws InterruptedException {
        InputGate gate = gate(Duration.ofMillis(100));
        gate.begin(WEATHER, 0, 0);
        gate.awaitComplete(NOON, stopped::get);
        gate.heard("a", NOON);
        gate.awaitComplete(NOON.plusSeconds(60), stopped::get);

        long start = System.nanoTime();
        gate.awaitComplete(NOON.plusSeconds(120), stopped::get);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
        assertThat(gate.unheardMinutes()).isEqualTo(2);
    }

    @Test
    void stopsWaitingWhenItIsStopped() {
        InputGate gate = gate(LONG);
        CompletableFuture<Boolean> passage = passage(gate, NOON);

        stopped.set(true);

        await().untilAsserted(() -> assertThat(passage).isCompletedWithValue(false));
    }

    @Test
    void refusesANegativePatience() {
        assertThatThrownBy(() -> gate(Duration.ofSeconds(-1)))
                .hasMessage("patience must not be negative but was PT-1S");
    }

    private static InputGate gate(Duration patience) {
        return new InputGate(DELAY, patience, Clock.systemUTC(), 1);
    }

    private CompletableFuture<Boolean> passage(InputGate gate, Instant due) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return gate.awaitComplete(due, stopped::get);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
