package smartcity.emission.kafka;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import smartcity.emission.coupling.InputGate;
import smartcity.emission.loop.StopLatch;

/// Opens the gate up to the instant until which the upstream services have emitted and this process has received. Runs
/// on a thread of its own until stopped.
public final class InputMonitor implements Runnable {
    private static final Logger LOG = Logger.getLogger(InputMonitor.class);

    /// Between two checks [ns]; chosen: half the time between two commits.
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final UpstreamProgress upstreams;
    private final Collection<InputChannel> channels;
    private final InputGate gate;
    private final StopLatch stopped = new StopLatch();

    public InputMonitor(UpstreamProgress upstreams, Collection<InputChannel> channels, InputGate gate) {
        this.upstreams = upstreams;
        this.channels = List.copyOf(channels);
        this.gate = gate;
    }

    @Override
    public void run() {
        try {
            do {
                check();
                stopped.pause(PAUSE_NANOS);
            } while (!stopped.isStopped());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The events before an instant are in the topics once that progress is committed, so progress is read first.
    private void check() throws InterruptedException {
        try {
            Optional<Instant> emittedUntil = upstreams.emittedUntil();
            if (emittedUntil.isPresent() && awaitCaughtUp()) {
                gate.receivedUntil(emittedUntil.get());
            }
        } catch (RuntimeException e) {
            LOG.debug("Failed to check the progress of the inputs, trying again", e);
        }
    }

    private boolean awaitCaughtUp() throws InterruptedException {
        for (InputChannel channel : channels) {
            if (!channel.awaitCaughtUp(stopped::isStopped)) {
                return false;
            }
        }
        return true;
    }

    /// Ends it soon.
    public void stop() {
        stopped.stop();
    }
}
