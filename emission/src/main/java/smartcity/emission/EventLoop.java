package smartcity.emission;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CountDownLatch;
import smartcity.event.Event;
import smartcity.event.EventSource;

/// Emits the events of several sources in the order of their timestamps, each as soon as the pace lets it.
///
/// An outlet that holds the loop up (backpressure) loses nothing: afterwards the loop catches up as fast as the outlet
/// allows.
final class EventLoop implements Runnable {
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

    private final PriorityQueue<EventSource> sources = new PriorityQueue<>(Comparator.comparing(EventSource::nextDue));
    private final Pace pace;
    private final Gate gate;
    private final Outlet outlet;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /// @param sources at least one
    /// @param gate asked before a source makes its events
    EventLoop(List<EventSource> sources, Pace pace, Gate gate, Outlet outlet) {
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("sources must not be empty but was " + sources);
        }
        this.sources.addAll(sources);
        this.pace = pace;
        this.gate = gate;
        this.outlet = outlet;
    }

    /// Emits until [#stop()] or the end of the pace's period; an event that is being emitted then still is.
    @Override
    public void run() {
        try {
            boolean going = true;
            while (going) {
                going = step();
            }
            outlet.finish();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets out what is due next; false when nothing is to leave any more.
    private boolean step() throws InterruptedException {
        Instant due = sources.element().nextDue();
        Instant release = outlet.nextRelease();
        if (release.isAfter(due)) {
            return ready(due) && emitNext();
        }
        if (!pace.awaitDue(release, stopped)) {
            return false;
        }
        outlet.release(release);
        return true;
    }

    private boolean emitNext() throws InterruptedException {
        EventSource source = sources.remove();
        for (Event event : source.next()) {
            outlet.emit(event);
        }
        sources.add(source);
        return true;
    }

    /// Ends the loop soon; may be called from any thread, and more than once.
    void stop() {
        stopped.countDown();
    }

    private boolean ready(Instant due) throws InterruptedException {
        return pace.awaitDue(due, stopped) && gate.awaitComplete(due, () -> stopped.getCount() == 0);
    }
}
