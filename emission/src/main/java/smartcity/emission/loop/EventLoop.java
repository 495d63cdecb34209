package smartcity.emission.loop;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import smartcity.event.Event;
import smartcity.event.EventFilter;
import smartcity.event.EventSource;

/// Emits the events of several sources in the order of their timestamps, each as soon as simulated time has reached it.
///
/// An outlet that blocks (backpressure) loses nothing: afterwards the loop catches up as fast as the outlet allows.
/// Events of one instant are committed together. For one thread.
public final class EventLoop {
    /// Why a loop has ended.
    public enum End {
        /// The emission is to stop; everything emitted is committed.
        STOPPED,
        /// The process owns other shards now; everything emitted is committed.
        REASSIGNED,
        /// Kafka has refused a commit; nothing since the last commit that succeeded counts as emitted.
        REFUSED,
        /// The period is over; all of it is committed.
        OVER
    }

    /// How often a waiting loop checks whether it is to end or the gate has opened [ns]; chosen.
    private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /// A handful, all compared each time: a command may change which is due next, and a queue would not notice.
    private final List<EventSource> sources;

    private final EventFilter filter;
    private final EmissionPace pace;
    private final EmissionGate gate;
    private final EventOutlet outlet;
    private Instant last = Instant.MIN;

    /// @param sources at least one
    /// @param filter selects the events to emit
    /// @param gate checked before a source makes its events
    public EventLoop(
            List<EventSource> sources, EventFilter filter, EmissionPace pace, EmissionGate gate, EventOutlet outlet) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources must not be empty but was " + sources);
        }
        this.sources = List.copyOf(sources);
        this.filter = filter;
        this.pace = pace;
        this.gate = gate;
        this.outlet = outlet;
    }

    /// Emits until the period is over, or until stopped or reassigned; the events of an instant are emitted whole.
    ///
    /// @param reassigned whether the process owns other shards now, so that the filter is out of date
    public End run(StopSignal stop, BooleanSupplier reassigned, ProgressCommitter commits) throws InterruptedException {
        while (true) {
            Instant next = nextInstant();
            if (next.isAfter(last)) {
                Optional<End> end = endBefore(next, stop, reassigned);
                if (end.isPresent()) {
                    return endWith(end.get(), next, commits);
                }
                if (commits.nanosUntilDue() <= 0 && !commits.commit(emittedUntil(next))) {
                    return End.REFUSED;
                }
            }
            long wait = pace.nanosUntil(next);
            if (wait > 0) {
                pause(stop, Math.min(wait, commits.nanosUntilDue()));
            } else if (!emit(next)) {
                pause(stop, CHECK_NANOS);
            }
        }
    }

    private End endWith(End end, Instant next, ProgressCommitter commits) throws InterruptedException {
        if (end != End.REASSIGNED) {
            outlet.finish();
        }
        return commits.commit(emittedUntil(next)) && commits.awaitCommitted() ? end : End.REFUSED;
    }

    private EventSource nextSource() {
        EventSource next = sources.getFirst();
        for (EventSource source : sources) {
            next = source.nextDue().isBefore(next.nextDue()) ? source : next;
        }
        return next;
    }

    private Instant nextInstant() {
        Instant due = nextSource().nextDue();
        Instant release = outlet.nextRelease();
        return release.isAfter(due) ? due : release;
    }

    private Optional<End> endBefore(Instant next, StopSignal stop, BooleanSupplier reassigned) {
        if (pace.isOver(next)) {
            return Optional.of(End.OVER);
        }
        if (stop.isStopped()) {
            return Optional.of(End.STOPPED);
        }
        return reassigned.getAsBoolean() ? Optional.of(End.REASSIGNED) : Optional.empty();
    }

    /// The instant before which everything has been emitted: now, or the next instant if it is due, but after the last.
    private Instant emittedUntil(Instant next) {
        Instant now = pace.now();
        Instant reached = now.isBefore(next) ? now : next;
        return reached.isAfter(last) ? reached : last.plus(1, ChronoUnit.MICROS);
    }

    /// Emits what is due next; false when the gate is shut.
    private boolean emit(Instant next) throws InterruptedException {
        EventSource source = nextSource();
        if (next.isBefore(source.nextDue())) {
            outlet.release(next);
            return true;
        }
        if (!gate.passes(next)) {
            return false;
        }
        for (Event event : source.next(filter)) {
            outlet.emit(event);
        }
        last = next;
        return true;
    }

    private static void pause(StopSignal stop, long nanos) throws InterruptedException {
        stop.pause(Math.min(nanos, CHECK_NANOS));
    }
}
