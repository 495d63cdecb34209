package smartcity.emission.loop;

/// Stops the emission; it does not start again. May be used by several threads.
public interface StopSignal {
    /// Whether the emission is to stop.
    boolean isStopped();

    /// Waits for some real time [ns], or until stopped.
    void pause(long nanos) throws InterruptedException;
}
