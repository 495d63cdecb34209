package smartcity.emission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import smartcity.event.Event;
import smartcity.event.EventSource;
import smartcity.time.SimulatedTime;

class EventLoopTest {
    /// A simulated minute lasts a sixtieth of a second.
    private static final double FAST = 3600;

    private final Clock clock = Clock.systemUTC();
    private final Instant epoch = clock.instant();
    private final Instant start = Instant.parse("2026-07-01T00:00:00Z");
    private final SimulatedTime time = new SimulatedTime(start, epoch, FAST);
    private final List<Event> emitted = new CopyOnWriteArrayList<>();
    private Thread thread = Thread.currentThread();

    @Test
    void mergesItsSourcesInTheOrderOfTheirTimestamps() {
        EventLoop loop = running(
                List.of(
                        new Beat("a", start, Duration.ofSeconds(3)),
                        new Beat("b", start.plusSeconds(1), Duration.ofSeconds(6))),
                emitted::add);

        await().untilAsserted(() -> assertThat(emitted).hasSizeGreaterThan(50));
        loop.stop();

        assertThat(emitted).extracting(Event::timestamp).isSorted();
        assertThat(emitted.stream().limit(8).map(Event::deviceId))
                .containsExactly("a", "b", "a", "a", "b", "a", "a", "b");
    }

    @Test
    void emitsNothingBeforeItsTime() {
        List<Duration> early = new CopyOnWriteArrayList<>();
        EventLoop loop = running(List.of(new Beat("a", start, Duration.ofSeconds(60))), event -> {
            emitted.add(event);
            early.add(Duration.between(time.at(clock.instant()), event.timestamp()));
        });

        await().untilAsserted(() -> assertThat(emitted).hasSizeGreaterThan(20));
        loop.stop();

        assertThat(early).allSatisfy(ahead -> assertThat(ahead).isLessThanOrEqualTo(Duration.ZERO));
    }

    @Test
    void catchesUpWithoutLossAfterItsOutletWasBlocked() throws InterruptedException {
        Semaphore room = new Semaphore(0);
        EventLoop loop = running(List.of(new Beat("a", start, Duration.ofSeconds(60))), event -> {
            room.acquire();
            emitted.add(event);
        });
        await().untilAsserted(() -> assertThat(time.at(clock.instant())).isAfter(start.plus(Duration.ofMinutes(30))));

        room.release(31);

        await().untilAsserted(() -> assertThat(emitted).hasSize(31));
        assertThat(emitted.getLast().timestamp()).isEqualTo(start.plus(Duration.ofMinutes(30)));
        loop.stop();
        room.release();
        thread.join();
    }

    @Test
    void stopsWhileItWaitsForADistantEvent() throws InterruptedException {
        EventLoop loop =
                running(List.of(new Beat("a", start.plus(Duration.ofDays(3650)), Duration.ofDays(1))), emitted::add);

        loop.stop();

        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        assertThat(emitted).isEmpty();
    }

    @Test
    void refusesToRunWithoutASource() {
        assertThatThrownBy(() -> new EventLoop(List.of(), new LivePace(time, clock), Gate.OPEN, emitted::add))
                .hasMessage("sources must not be empty but was []");
    }

    @Test
    void makesNoEventsWhileTheGateIsShut() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Instant shutFrom = start.plusSeconds(180);
        EventLoop loop = running(
                List.of(new Beat("a", start, Duration.ofSeconds(60))),
                (due, stopped) -> {
                    while (!due.isBefore(shutFrom) && !stopped.getAsBoolean()) {
                        asked.countDown();
                        Thread.onSpinWait();
                    }
                    return !stopped.getAsBoolean();
                },
                emitted::add);

        asked.await();
        loop.stop();

        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        assertThat(emitted)
                .extracting(Event::timestamp)
                .containsExactly(start, start.plusSeconds(60), start.plusSeconds(120));
    }

    @Test
    void emitsAPeriodWithoutItsEndAndThenReturns() {
        Instant until = start.plus(Duration.ofDays(1));

        new EventLoop(
                        List.of(new Beat("a", start, Duration.ofHours(1)), new Beat("b", until, Duration.ofHours(1))),
                        new BackfillPace(start, until),
                        Gate.OPEN,
                        emitted::add)
                .run();

        assertThat(emitted)
                .hasSize(24)
                .allSatisfy(event -> assertThat(event.deviceId()).isEqualTo("a"));
        assertThat(emitted.getLast().timestamp()).isEqualTo(until.minus(Duration.ofHours(1)));
    }

    private EventLoop running(List<EventSource> sources, EventLoop.Outlet outlet) {
        return running(sources, Gate.OPEN, outlet);
    }

    private EventLoop running(List<EventSource> sources, Gate gate, EventLoop.Outlet outlet) {
        EventLoop loop = new EventLoop(sources, new LivePace(time, clock), gate, outlet);
        thread = Thread.ofPlatform().start(loop);
        return loop;
    }

    @AfterEach
    void leavesNoThreadBehind() {
        if (thread != Thread.currentThread()) {
            thread.interrupt();
        }
    }
}
