package smartcity.emission.coupling;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Opens the gate as far as the services that are read have told and this one has heard.
final class InputMonitor implements Runnable {
    private static final Logger LOG = Logger.getLogger(InputMonitor.class);

    /// Between two looks; chosen: half the time between two commits.
    private static final long PAUSE_MILLIS = 100;

    private final UpstreamProgress upstreams;
    private final Collection<InputChannel> inlets;
    private final InputGate gate;
    private final CountDownLatch stopped = new CountDownLatch(1);

    InputMonitor(UpstreamProgress upstreams, Collection<InputChannel> inlets, InputGate gate) {
        this.upstreams = upstreams;
        this.inlets = inlets;
        this.gate = gate;
    }

    @Override
    public void run() {
        try {
            do {
                look();
            } while (!stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What was told before an instant is in the topics once that has been committed, so it is asked for first.
    private void look() throws InterruptedException {
        try {
            Optional<Instant> told = upstreams.toldUntil();
            if (told.isPresent() && areHeard()) {
                gate.heardUntil(told.get());
            }
        } catch (RuntimeException e) {
            LOG.debug("Failed to look how far is heard, looking again", e);
        }
    }

    private boolean areHeard() throws InterruptedException {
        for (InputChannel inlet : inlets) {
            if (!inlet.awaitPresent(() -> stopped.getCount() == 0)) {
                return false;
            }
        }
        return true;
    }

    void stop() {
        stopped.countDown();
    }
}
