package smartcity.emission;

import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/// When events of an instant may leave.
public interface Pace {
    /// The instant from which on events are to leave, asked when Kafka has been reached.
    Instant from();

    /// Waits until an instant is due. Called on one thread.
    ///
    /// @param due may lie before the instant of an earlier call
    /// @param stopped ends the wait
    /// @return false when the emission was stopped or the instant lies behind the end of its period
    boolean awaitDue(Instant due, CountDownLatch stopped) throws InterruptedException;

    /// The simulated instant now; may be called from any thread.
    Instant now();
}
