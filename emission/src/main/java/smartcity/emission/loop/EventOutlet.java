package smartcity.emission.loop;

import java.time.Instant;
import smartcity.event.Event;

/// Takes the events that a loop emits, in the order of their timestamps; may block until there is room. For one thread.
@FunctionalInterface
public interface EventOutlet {
    void emit(Event event) throws InterruptedException;

    /// When the outlet is to release held records; [Instant#MAX] when it holds none.
    default Instant nextRelease() {
        return Instant.MAX;
    }

    /// Emits the records that were held until an instant.
    default void release(Instant now) throws InterruptedException {}

    /// Emits all records that are still held; called once, at the end.
    default void finish() throws InterruptedException {}
}
