package smartcity.emission;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import smartcity.event.Event;
import smartcity.event.EventFilter;
import smartcity.event.EventSource;

/// Emits the events of several sources in the order of their timestamps, each as soon as simulated time has reached it.
///
/// An outlet that holds the loop up (backpressure) loses nothing: afterwards the loop catches up as fast as the outlet
/// allows. Events of one instant are committed together.
final class EventLoop {
    /// Takes events, in the order of their timestamps; may block until there is room.
    @FunctionalInterface
    interface Outlet {
        void emit(Event event) throws InterruptedException;

        /// When the outlet lets something out by itself; [Instant#MAX] when it holds nothing.
        default Instant nextRelease() {
            return Instant.MAX;
        }

        /// Lets out what it held until an instant.
        default void release(Instant now) throws InterruptedException {}

        /// Lets out all that it still holds; called once, at the end.
        default void finish() throws InterruptedException {}
    }

    /// Why a loop has ended.
    enum End {
        /// Emission is to stop; what had been let out is committed.
        STOPPED,
        /// The share has changed; what had been let out is committed.
        MOVED,
        /// What had been let out since the last commit that succeeded is not told.
        REFUSED,
        /// The period is over; all of it is committed.
        OVER
    }

    /// How often a waiting loop looks whether it is to end or the gate has opened [ns]; chosen.
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /// A handful, looked through each time: an order may change what is due next, which a queue would not see.
    private final List<EventSource> sources;

    private final EventFilter share;
    private final EmissionPace pace;
    private final EmissionGate gate;
    private final Outlet outlet;
    private Instant last = Instant.MIN;

    /// @param sources at least one
    /// @param share events outside it are left out
    /// @param gate asked before a source makes its events
    EventLoop(List<EventSource> sources, EventFilter share, EmissionPace pace, EmissionGate gate, Outlet outlet) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources must not be empty but was " + sources);
        }
        this.sources = List.copyOf(sources);
        this.share = share;
        this.pace = pace;
        this.gate = gate;
        this.outlet = outlet;
    }

    /// Emits until the period is over, or until stopped or moved; an event that is being emitted then still is.
    ///
    /// @param stopped ends the emission for good
    /// @param moved whether the share has changed
    End run(CountDownLatch stopped, BooleanSupplier moved, ProgressCommitter commits) throws InterruptedException {
        while (true) {
            Instant next = next();
            if (next.isAfter(last)) {
                End end = endBefore(next, stopped, moved);
                if (end != null) {
                    return ended(end, next, commits);
                }
                if (commits.nanosUntilDue() <= 0 && !commits.reached(toldUntil(next))) {
                    return End.REFUSED;
                }
            }
            long wait = pace.nanosUntil(next);
            if (wait > 0) {
                pause(stopped, Math.min(wait, commits.nanosUntilDue()));
            } else if (!emitted(next)) {
                pause(stopped, LOOK_NANOS);
            }
        }
    }

    private End ended(End end, Instant next, ProgressCommitter commits) throws InterruptedException {
        if (end != End.MOVED) {
            outlet.finish();
        }
        return commits.reached(toldUntil(next)) && commits.settled() ? end : End.REFUSED;
    }

    private EventSource nextSource() {
        EventSource next = sources.getFirst();
        for (EventSource source : sources) {
            next = source.nextDue().isBefore(next.nextDue()) ? source : next;
        }
        return next;
    }

    private Instant next() {
        Instant due = nextSource().nextDue();
        Instant release = outlet.nextRelease();
        return release.isAfter(due) ? due : release;
    }

    private @Nullable End endBefore(Instant next, CountDownLatch stopped, BooleanSupplier moved) {
        if (pace.isOver(next)) {
            return End.OVER;
        }
        return stopped.getCount() == 0 ? End.STOPPED : moved.getAsBoolean() ? End.MOVED : null;
    }

    /// Up to where everything has been let out: now, or what comes next if that is due, but after what came last.
    private Instant toldUntil(Instant next) {
        Instant now = pace.now();
        Instant reached = now.isBefore(next) ? now : next;
        return reached.isAfter(last) ? reached : last.plus(1, ChronoUnit.MICROS);
    }

    /// Lets out what is due next; false when the gate does not let it.
    private boolean emitted(Instant next) throws InterruptedException {
        EventSource source = nextSource();
        if (next.isBefore(source.nextDue())) {
            outlet.release(next);
            return true;
        }
        if (!gate.passes(next)) {
            return false;
        }
        for (Event event : source.next(share)) {
            outlet.emit(event);
        }
        last = next;
        return true;
    }

    private static void pause(CountDownLatch stopped, long nanos) throws InterruptedException {
        boolean _ = stopped.await(Math.min(nanos, LOOK_NANOS), TimeUnit.NANOSECONDS);
    }
}
