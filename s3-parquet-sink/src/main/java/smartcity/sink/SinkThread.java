package smartcity.sink;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import smartcity.sink.loop.LoopSettings;
import smartcity.sink.loop.SinkLoop;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.WriteProbe;
import smartcity.sink.store.WriteProbe.Finding;

/// The thread of the loop, from start-up to shutdown.
///
/// A bucket that refuses fails the start-up; one that does not answer is waited for. If the loop ends by itself, the
/// process ends with exit code 1: nothing is lost, and whoever starts it again continues.
@Singleton
class SinkThread {
    private static final Logger LOG = Logger.getLogger("smartcity.sink");

    /// What the end of the loop takes beyond landing: to leave the group [chosen, not measured].
    private static final Duration LEAVING = Duration.ofSeconds(3);

    private final SinkLoop loop;
    private final LoopSettings settings;
    private final Duration shutdownTimeout;
    private final ObjectStore store;
    private final WriteProbe probe;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile String waitingFor = "the bucket has not been asked yet";
    private volatile boolean running;

    SinkThread(SinkLoop loop, LoopSettings settings, SinkConfig config, ObjectStore store) {
        this.loop = loop;
        this.settings = settings;
        this.shutdownTimeout = config.shutdownTimeout();
        this.store = store;
        this.probe = new WriteProbe(store, settings.layout().prefix());
    }

    void start(@Observes StartupEvent event) {
        boolean reached = reached();
        running = true;
        Thread.ofPlatform().name("sink-loop").start(() -> run(reached));
    }

    /// Whether the bucket can be written to; false while it does not answer.
    ///
    /// @throws IllegalStateException when it refuses
    private boolean reached() {
        return switch (probe.probe()) {
            case Finding.Writable(boolean conditional) -> {
                waitingFor = "";
                LOG.infof("Reached bucket location=%s conditionalWrites=%s", store.location(), conditional);
                if (!conditional) {
                    LOG.warn(
                            "The bucket ignores If-None-Match: a replayed cut overwrites its objects by the same rows");
                }
                yield true;
            }
            case Finding.Unavailable(String reason) -> {
                waitingFor = reason;
                LOG.warnf("Failed to reach bucket reason=%s", reason);
                yield false;
            }
            case Finding.Refused(String reason) ->
                throw new IllegalStateException("Failed to write to bucket " + reason);
        };
    }

    private void run(boolean reachedAtOnce) {
        try {
            boolean reached = reachedAtOnce;
            for (int failures = 1; !reached; failures++) {
                Duration wait = settings.retry().after(failures, RandomGenerator.getDefault());
                if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                reached = reached();
            }
            loop.run();
        } catch (InterruptedException | RuntimeException e) {
            LOG.error("The sink's loop failed, so the process ends", e);
            Quarkus.asyncExit(1);
        } finally {
            running = false;
            ended.countDown();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        loop.stop(shutdownTimeout);
        if (running && !ended.await(shutdownTimeout.plus(LEAVING).toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("Failed to end the loop in time timeout=%s", shutdownTimeout);
        }
    }

    /// Whether the loop's thread runs.
    boolean running() {
        return running;
    }

    /// Why the loop has not begun; empty when it has.
    String waitingFor() {
        return waitingFor;
    }
}
