package smartcity.emission.loop;

/// Stops the emission for good. May be used by several threads.
public interface StopSignal {
    /// Whether the emission is to stop.
    boolean isStopped();

    /// Waits for a span of real time [ns], or until stopped.
    void pause(long nanos) throws InterruptedException;
}
