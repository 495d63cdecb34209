package smartcity.emission;

import java.time.Instant;
import java.util.function.BooleanSupplier;

/// Holds a simulator back until it has heard what it needs of the topics it reads.
@FunctionalInterface
public interface Gate {
    /// Holds nothing back: for a simulator that reads no topic.
    Gate OPEN = (due, stopped) -> true;

    /// Waits until events of an instant may be made. Called on the emission's thread before each of them, with instants
    /// that never move backwards: must answer at once when there is nothing to wait for.
    ///
    /// @param due simulated instant of the next events
    /// @param stopped whether the emission has been stopped; asked while waiting
    /// @return false when the emission was stopped instead
    boolean awaitComplete(Instant due, BooleanSupplier stopped) throws InterruptedException;
}
