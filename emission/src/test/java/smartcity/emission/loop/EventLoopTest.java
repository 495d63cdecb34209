package smartcity.emission.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.threeten.extra.MutableClock;
import smartcity.event.Event;
import smartcity.event.EventFilter;
import smartcity.event.EventSource;
import smartcity.time.SimulatedTime;

/// Real time passes only while the loop pauses or its outlet blocks, so each test runs on one thread and at once.
@Timeout(20)
class EventLoopTest {
    /// A simulated minute lasts a sixtieth of a second.
    private static final double FAST = 3600;

    private static final Instant EPOCH = Instant.parse("2026-11-23T08:00:00Z");

    private final MutableClock clock = MutableClock.of(EPOCH, ZoneOffset.UTC);
    private final Instant start = Instant.parse("2026-07-01T00:00:00Z");
    private final SimulatedTime time = new SimulatedTime(start, EPOCH, FAST);
    private final List<Event> emitted = new ArrayList<>();
    private final List<Instant> commits = new ArrayList<>();

    @Test
    void mergesItsSourcesInTheOrderOfTheirTimestamps() throws InterruptedException {
        EventLoop.End end = run(
                List.of(
                        new FixedIntervalSource("a", start, Duration.ofSeconds(3)),
                        new FixedIntervalSource("b", start.plusSeconds(1), Duration.ofSeconds(6))),
                emitted::add,
                Duration.ofSeconds(120));

        assertThat(end).isEqualTo(EventLoop.End.STOPPED);
        assertThat(emitted)
                .extracting(Event::timestamp)
                .hasSize(40 + 20) // each third second from 0 to 117, each sixth from 1 to 115
                .isSorted();
        assertThat(emitted.stream().limit(8).map(Event::deviceId))
                .containsExactly("a", "b", "a", "a", "b", "a", "a", "b");
    }

    @Test
    void emitsNothingBeforeItsTimeAndNothingLate() throws InterruptedException {
        List<Duration> early = new ArrayList<>();

        run(
                List.of(new FixedIntervalSource("a", start, Duration.ofSeconds(60))),
                event -> {
                    emitted.add(event);
                    early.add(Duration.between(time.at(clock.instant()), event.timestamp()));
                },
                Duration.ofMinutes(21));

        assertThat(emitted).hasSizeGreaterThan(20);
        assertThat(early)
                .as("simulated time that events were emitted ahead of their timestamps")
                .allSatisfy(ahead -> assertThat(ahead).isBetween(Duration.ofSeconds(-1), Duration.ZERO));
    }

    @Test
    void catchesUpWithoutLossAfterItsOutletWasBlocked() throws InterruptedException {
        List<Instant> emittedAt = new ArrayList<>();

        run(
                List.of(new FixedIntervalSource("a", start, Duration.ofSeconds(60))),
                event -> {
                    if (emitted.isEmpty()) {
                        clock.add(time.realDuration(Duration.ofMinutes(30)));
                    }
                    emitted.add(event);
                    emittedAt.add(clock.instant());
                },
                Duration.ofSeconds(30 * 60 + 1));

        assertThat(emitted).hasSize(31);
        assertThat(emitted.getLast().timestamp()).isEqualTo(start.plus(Duration.ofMinutes(30)));
        assertThat(emittedAt).as("real instants of emission").containsOnly(emittedAt.getFirst());
    }

    @Test
    void stopsWhileItWaitsForADistantEventAndCommitsTheTimeThatHasPassed() throws InterruptedException {
        EventLoop.End end = run(
                List.of(new FixedIntervalSource("a", start.plus(Duration.ofDays(3650)), Duration.ofDays(1))),
                emitted::add,
                Duration.ofHours(1));

        assertThat(end).isEqualTo(EventLoop.End.STOPPED);
        assertThat(emitted).isEmpty();
        assertThat(commits).containsExactly(time.at(clock.instant()));
        assertThat(clock.instant())
                .as("20 ms after the signal at the latest")
                .isBetween(EPOCH.plusSeconds(1), EPOCH.plusSeconds(1).plusMillis(20));
    }

    @Test
    void refusesToRunWithoutASource() {
        assertThatThrownBy(() -> new EventLoop(List.of(), EventFilter.ALL, live(), EmissionGate.OPEN, emitted::add))
                .hasMessage("sources must not be empty but was []");
    }

    @Test
    void makesNoEventsWhileTheGateIsShut() throws InterruptedException {
        Instant shutFrom = start.plusSeconds(180);
        EventLoop loop = loop(
                List.of(new FixedIntervalSource("a", start, Duration.ofSeconds(60))),
                due -> due.isBefore(shutFrom),
                emitted::add);

        EventLoop.End end = run(loop, Duration.ofHours(1), () -> false);

        assertThat(end).isEqualTo(EventLoop.End.STOPPED);
        assertThat(emitted)
                .extracting(Event::timestamp)
                .containsExactly(start, start.plusSeconds(60), start.plusSeconds(120));
        assertThat(commits.getLast()).isEqualTo(shutFrom);
    }

    @Test
    void emitsAPeriodWithoutItsEndAndThenReturns() throws InterruptedException {
        Instant until = start.plus(Duration.ofDays(1));

        EventLoop.End end = backfill(
                List.of(
                        new FixedIntervalSource("a", start, Duration.ofHours(1)),
                        new FixedIntervalSource("b", until, Duration.ofHours(1))),
                EventFilter.ALL,
                until,
                emitted::add,
                new RecordedCommits(0, commits::add));

        assertThat(end).isEqualTo(EventLoop.End.OVER);
        assertThat(emitted)
                .hasSize(24)
                .allSatisfy(event -> assertThat(event.deviceId()).isEqualTo("a"));
        assertThat(emitted.getLast().timestamp()).isEqualTo(until.minus(Duration.ofHours(1)));
        assertThat(commits.getLast()).isEqualTo(until);
    }

    @Test
    void emitsOnlyTheEventsOfItsFilter() throws InterruptedException {
        Instant from = start.plus(Duration.ofHours(1));

        EventLoop.End end = backfill(
                List.of(
                        new FixedIntervalSource("a", start, Duration.ofMinutes(30)),
                        new FixedIntervalSource("b", start, Duration.ofMinutes(30))),
                (deviceId, instant) -> deviceId.equals("b") && !instant.isBefore(from),
                start.plus(Duration.ofHours(2)),
                emitted::add,
                new RecordedCommits(0, commits::add));

        assertThat(end).isEqualTo(EventLoop.End.OVER);
        assertThat(emitted).extracting(Event::deviceId).containsExactly("b", "b");
        assertThat(emitted).extracting(Event::timestamp).containsExactly(from, from.plus(Duration.ofMinutes(30)));
    }

    @Test
    void neverCommitsBetweenEventsOfOneInstant() throws InterruptedException {
        List<String> log = new ArrayList<>();

        EventLoop.End end = backfill(
                List.of(
                        new FixedIntervalSource("a", start, Duration.ofMinutes(5)),
                        new FixedIntervalSource("b", start, Duration.ofMinutes(5))),
                EventFilter.ALL,
                start.plus(Duration.ofMinutes(10)),
                event -> log.add(event.deviceId()),
                new RecordedCommits(0, instant -> log.add("|")));

        assertThat(end).isEqualTo(EventLoop.End.OVER);
        assertThat(String.join("", log)).matches("\\|(ab|ba)\\|(ab|ba)\\|");
    }

    @Test
    void endsWithoutEmittingWhenACommitIsRefused() throws InterruptedException {
        EventLoop.End end = backfill(
                List.of(new FixedIntervalSource("a", start, Duration.ofHours(1))),
                EventFilter.ALL,
                start.plus(Duration.ofDays(1)),
                emitted::add,
                new RecordedCommits(0, instant -> false));

        assertThat(end).isEqualTo(EventLoop.End.REFUSED);
        assertThat(emitted).isEmpty();
    }

    @Test
    void isNotOverBeforeItsLastCommitIsDurable() throws InterruptedException {
        EventLoop.End end = backfill(
                List.of(new FixedIntervalSource("a", start, Duration.ofHours(1))),
                EventFilter.ALL,
                start.plus(Duration.ofDays(1)),
                emitted::add,
                new RecordedCommits(0, commits::add, false));

        assertThat(emitted).hasSize(24);
        assertThat(commits.getLast()).isEqualTo(start.plus(Duration.ofDays(1)));
        assertThat(end).isEqualTo(EventLoop.End.REFUSED);
    }

    @Test
    void endsWithACommitWhenItsShardsAreReassigned() throws InterruptedException {
        EventLoop loop = loop(
                List.of(new FixedIntervalSource("a", start, Duration.ofSeconds(60))), EmissionGate.OPEN, emitted::add);

        EventLoop.End end = run(loop, Duration.ofHours(1), () -> emitted.size() == 3);

        assertThat(end).isEqualTo(EventLoop.End.REASSIGNED);
        assertThat(emitted).hasSize(3);
        assertThat(commits.getLast()).isAfter(emitted.getLast().timestamp());
    }

    private LivePace live() {
        return new LivePace(time, clock, Duration.ofMinutes(1));
    }

    private EventLoop loop(List<EventSource> sources, EmissionGate gate, EventOutlet outlet) {
        return new EventLoop(sources, EventFilter.ALL, live(), gate, outlet);
    }

    private EventLoop.End run(List<EventSource> sources, EventOutlet outlet, Duration simulated)
            throws InterruptedException {
        return run(loop(sources, EmissionGate.OPEN, outlet), simulated, () -> false);
    }

    /// Runs a live loop and stops it after some simulated time.
    private EventLoop.End run(EventLoop loop, Duration simulated, BooleanSupplier reassigned)
            throws InterruptedException {
        StopSignal stop = new TimedStop(EPOCH.plus(time.realDuration(simulated)));
        return loop.run(stop, reassigned, new RecordedCommits(TimeUnit.MILLISECONDS.toNanos(50), commits::add));
    }

    private EventLoop.End backfill(
            List<EventSource> sources,
            EventFilter filter,
            Instant until,
            EventOutlet outlet,
            ProgressCommitter committer)
            throws InterruptedException {
        return new EventLoop(sources, filter, new BackfillPace(start, until), EmissionGate.OPEN, outlet)
                .run(new TimedStop(Instant.MAX), () -> false, committer);
    }

    /// Stops at a real instant, and makes real time pass in pauses.
    private final class TimedStop implements StopSignal {
        private final Instant at;

        TimedStop(Instant at) {
            this.at = at;
        }

        @Override
        public boolean isStopped() {
            return !clock.instant().isBefore(at);
        }

        @Override
        public void pause(long nanos) {
            assertThat(nanos).as("nanoseconds of a pause").isPositive();
            clock.add(Duration.ofNanos(nanos));
        }
    }

    /// Commits whose next one is always due after the same time.
    private record RecordedCommits(long nanosUntilDue, Predicate<Instant> accepted, boolean awaitCommitted)
            implements ProgressCommitter {
        RecordedCommits(long nanosUntilDue, Predicate<Instant> accepted) {
            this(nanosUntilDue, accepted, true);
        }

        @Override
        public boolean commit(Instant emittedUntil) {
            return accepted.test(emittedUntil);
        }
    }
}
