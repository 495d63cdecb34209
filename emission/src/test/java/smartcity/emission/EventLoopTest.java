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
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import smartcity.event.Event;
import smartcity.event.EventFilter;
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
    private final List<Instant> commits = new CopyOnWriteArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private Thread thread = Thread.currentThread();
    private volatile EventLoop.@Nullable End end;

    @Test
    void mergesItsSourcesInTheOrderOfTheirTimestamps() {
        run(
                List.of(
                        new FixedIntervalSource("a", start, Duration.ofSeconds(3)),
                        new FixedIntervalSource("b", start.plusSeconds(1), Duration.ofSeconds(6))),
                emitted::add);

        await().untilAsserted(() -> assertThat(emitted).hasSizeGreaterThan(50));
        stopped.countDown();

        assertThat(emitted).extracting(Event::timestamp).isSorted();
        assertThat(emitted.stream().limit(8).map(Event::deviceId))
                .containsExactly("a", "b", "a", "a", "b", "a", "a", "b");
    }

    @Test
    void emitsNothingBeforeItsTime() {
        List<Duration> early = new CopyOnWriteArrayList<>();
        run(List.of(new FixedIntervalSource("a", start, Duration.ofSeconds(60))), event -> {
            emitted.add(event);
            early.add(Duration.between(time.at(clock.instant()), event.timestamp()));
        });

        await().untilAsserted(() -> assertThat(emitted).hasSizeGreaterThan(20));
        stopped.countDown();

        assertThat(early).allSatisfy(ahead -> assertThat(ahead).isLessThanOrEqualTo(Duration.ZERO));
    }

    @Test
    void catchesUpWithoutLossAfterItsOutletWasBlocked() throws InterruptedException {
        Semaphore room = new Semaphore(0);
        run(List.of(new FixedIntervalSource("a", start, Duration.ofSeconds(60))), event -> {
            room.acquire();
            emitted.add(event);
        });
        await().untilAsserted(() -> assertThat(time.at(clock.instant())).isAfter(start.plus(Duration.ofMinutes(30))));

        room.release(31);

        await().untilAsserted(() -> assertThat(emitted).hasSize(31));
        assertThat(emitted.getLast().timestamp()).isEqualTo(start.plus(Duration.ofMinutes(30)));
        stopped.countDown();
        room.release();
        thread.join();
    }

    @Test
    void stopsWhileItWaitsForADistantEventAndCommitsTheTimeThatHasPassed() throws InterruptedException {
        run(List.of(new FixedIntervalSource("a", start.plus(Duration.ofDays(3650)), Duration.ofDays(1))), emitted::add);

        stopped.countDown();

        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        assertThat(end).isEqualTo(EventLoop.End.STOPPED);
        assertThat(emitted).isEmpty();
        assertThat(commits.getLast()).isBetween(start, start.plus(Duration.ofDays(1)));
    }

    @Test
    void refusesToRunWithoutASource() {
        assertThatThrownBy(() -> new EventLoop(List.of(), EventFilter.ALL, live(), EmissionGate.OPEN, emitted::add))
                .hasMessage("sources must not be empty but was []");
    }

    @Test
    void makesNoEventsWhileTheGateIsShut() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Instant shutFrom = start.plusSeconds(180);
        EventLoop loop = loop(
                List.of(new FixedIntervalSource("a", start, Duration.ofSeconds(60))),
                due -> {
                    boolean passes = due.isBefore(shutFrom);
                    if (!passes) {
                        asked.countDown();
                    }
                    return passes;
                },
                emitted::add);
        run(loop, () -> false);

        asked.await();
        stopped.countDown();

        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        assertThat(emitted)
                .extracting(Event::timestamp)
                .containsExactly(start, start.plusSeconds(60), start.plusSeconds(120));
        assertThat(commits.getLast()).isEqualTo(shutFrom);
    }

    @Test
    void emitsAPeriodWithoutItsEndAndThenReturns() throws InterruptedException {
        Instant until = start.plus(Duration.ofDays(1));

        EventLoop.End over = new EventLoop(
                        List.of(
                                new FixedIntervalSource("a", start, Duration.ofHours(1)),
                                new FixedIntervalSource("b", until, Duration.ofHours(1))),
                        EventFilter.ALL,
                        new BackfillPace(start, until),
                        EmissionGate.OPEN,
                        emitted::add)
                .run(stopped, () -> false, always());

        assertThat(over).isEqualTo(EventLoop.End.OVER);
        assertThat(emitted)
                .hasSize(24)
                .allSatisfy(event -> assertThat(event.deviceId()).isEqualTo("a"));
        assertThat(emitted.getLast().timestamp()).isEqualTo(until.minus(Duration.ofHours(1)));
        assertThat(commits.getLast()).isEqualTo(until);
    }

    @Test
    void emitsOnlyItsShare() throws InterruptedException {
        Instant until = start.plus(Duration.ofHours(2));
        Instant from = start.plus(Duration.ofHours(1));

        EventLoop.End over = new EventLoop(
                        List.of(
                                new FixedIntervalSource("a", start, Duration.ofMinutes(30)),
                                new FixedIntervalSource("b", start, Duration.ofMinutes(30))),
                        (deviceId, instant) -> deviceId.equals("b") && !instant.isBefore(from),
                        new BackfillPace(start, until),
                        EmissionGate.OPEN,
                        emitted::add)
                .run(stopped, () -> false, always());

        assertThat(over).isEqualTo(EventLoop.End.OVER);
        assertThat(emitted).extracting(Event::deviceId).containsExactly("b", "b");
        assertThat(emitted).extracting(Event::timestamp).containsExactly(from, from.plus(Duration.ofMinutes(30)));
    }

    @Test
    void neverCommitsBetweenEventsOfOneInstant() throws InterruptedException {
        Instant until = start.plus(Duration.ofMinutes(10));
        List<String> log = new CopyOnWriteArrayList<>();

        EventLoop.End over = new EventLoop(
                        List.of(
                                new FixedIntervalSource("a", start, Duration.ofMinutes(5)),
                                new FixedIntervalSource("b", start, Duration.ofMinutes(5))),
                        EventFilter.ALL,
                        new BackfillPace(start, until),
                        EmissionGate.OPEN,
                        event -> log.add(event.deviceId()))
                .run(stopped, () -> false, logging(log));

        assertThat(over).isEqualTo(EventLoop.End.OVER);
        assertThat(String.join("", log)).matches("\\|(ab|ba)\\|(ab|ba)\\|");
    }

    @Test
    void endsWithoutHavingToldWhenACommitIsRefused() throws InterruptedException {
        EventLoop.End refused = new EventLoop(
                        List.of(new FixedIntervalSource("a", start, Duration.ofHours(1))),
                        EventFilter.ALL,
                        new BackfillPace(start, start.plus(Duration.ofDays(1))),
                        EmissionGate.OPEN,
                        emitted::add)
                .run(stopped, () -> false, new Recorded(0, instant -> false));

        assertThat(refused).isEqualTo(EventLoop.End.REFUSED);
        assertThat(emitted).isEmpty();
    }

    @Test
    void isNotOverBeforeItsLastCommitIsDurable() throws InterruptedException {
        EventLoop.End refused = new EventLoop(
                        List.of(new FixedIntervalSource("a", start, Duration.ofHours(1))),
                        EventFilter.ALL,
                        new BackfillPace(start, start.plus(Duration.ofDays(1))),
                        EmissionGate.OPEN,
                        emitted::add)
                .run(stopped, () -> false, new Recorded(0, commits::add, false));

        assertThat(emitted).hasSize(24);
        assertThat(commits.getLast()).isEqualTo(start.plus(Duration.ofDays(1)));
        assertThat(refused).isEqualTo(EventLoop.End.REFUSED);
    }

    @Test
    void endsWithACommitWhenItsShareMoves() throws InterruptedException {
        AtomicBoolean moved = new AtomicBoolean();
        run(
                loop(
                        List.of(new FixedIntervalSource("a", start, Duration.ofSeconds(60))),
                        EmissionGate.OPEN,
                        emitted::add),
                moved::get);
        await().untilAsserted(() -> assertThat(emitted).isNotEmpty());

        moved.set(true);

        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
        assertThat(end).isEqualTo(EventLoop.End.MOVED);
        assertThat(commits.getLast()).isAfter(emitted.getLast().timestamp());
    }

    private LivePace live() {
        return new LivePace(time, clock, Duration.ofMinutes(1));
    }

    private EventLoop loop(List<EventSource> sources, EmissionGate gate, EventLoop.Outlet outlet) {
        return new EventLoop(sources, EventFilter.ALL, live(), gate, outlet);
    }

    private void run(List<EventSource> sources, EventLoop.Outlet outlet) {
        run(loop(sources, EmissionGate.OPEN, outlet), () -> false);
    }

    private void run(EventLoop loop, BooleanSupplier moved) {
        thread = Thread.ofPlatform().start(() -> {
            try {
                end = loop.run(stopped, moved, new Recorded(TimeUnit.MILLISECONDS.toNanos(50), commits::add));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private ProgressCommitter always() {
        return new Recorded(0, commits::add);
    }

    private static ProgressCommitter logging(List<String> log) {
        return new Recorded(0, instant -> log.add("|"));
    }

    /// Commits that always want the next one after the same time.
    private record Recorded(long nanosUntilDue, Predicate<Instant> commit, boolean settled)
            implements ProgressCommitter {
        Recorded(long nanosUntilDue, Predicate<Instant> commit) {
            this(nanosUntilDue, commit, true);
        }

        @Override
        public boolean reached(Instant toldUntil) {
            return commit.test(toldUntil);
        }
    }

    @AfterEach
    void leavesNoThreadBehind() {
        if (thread != Thread.currentThread()) {
            thread.interrupt();
        }
    }
}
