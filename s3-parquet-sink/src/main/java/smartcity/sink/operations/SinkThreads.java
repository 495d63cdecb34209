package smartcity.sink.operations;

import io.quarkus.runtime.Quarkus;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import smartcity.sink.loop.LoopSettings;
import smartcity.sink.loop.LoopStatus;
import smartcity.sink.loop.SinkLoop;
import smartcity.sink.loop.SinkLoops;
import smartcity.sink.setup.SinkConfig;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.WriteProbe;
import smartcity.sink.store.WriteProbe.ProbeResult;

/// Runs each loop in a thread, from start-up to shutdown.
///
/// A bucket that refuses the probe fails the start-up; while it does not answer, the loops wait. If a loop fails, the
/// process ends with exit code 1: the other loops land what they hold, nothing is lost, and the next start continues.
@Singleton
public class SinkThreads {
    private static final Logger LOG = Logger.getLogger("smartcity.sink");

    /// How long the loops may take to leave the group after landing [chosen, not measured].
    private static final Duration LEAVING = Duration.ofSeconds(3);

    /// The result of the last probe.
    private sealed interface Bucket {
        /// The bucket can be written to: the loops have their threads, or are getting them.
        record Reached() implements Bucket {}

        /// It does not answer: the loops wait.
        record NotReached(String reason) implements Bucket {}
    }

    private final SinkLoops loops;
    private final LoopSettings settings;
    private final Duration shutdownTimeout;
    private final ObjectStore store;
    private final WriteProbe probe;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch ended;
    private volatile Bucket bucket = new Bucket.NotReached("the bucket has not been probed yet");
    private volatile boolean started;

    SinkThreads(SinkLoops loops, LoopSettings settings, SinkConfig config, ObjectStore store, WriteProbe probe) {
        this.loops = loops;
        this.settings = settings;
        this.shutdownTimeout = config.shutdownTimeout();
        this.store = store;
        this.probe = probe;
        this.ended = new CountDownLatch(loops.all().size());
    }

    /// Probes the bucket, and starts the loops as soon as it answers.
    ///
    /// @throws IllegalStateException when the bucket refuses the probe
    public void start() {
        boolean reached = reached();
        started = true;
        if (reached) {
            startLoops();
        } else {
            Thread.ofPlatform().name("sink-start").start(this::startWhenReached);
        }
    }

    /// Whether the bucket can be written to; false while it does not answer.
    ///
    /// @throws IllegalStateException when it refuses the probe
    private boolean reached() {
        return switch (probe.probe()) {
            case ProbeResult.Writable(boolean conditional, boolean conditionalInParts) -> {
                bucket = new Bucket.Reached();
                LOG.infof(
                        "Reached bucket location=%s conditionalWrites=%s inParts=%s",
                        store.location(), conditional, conditionalInParts);
                if (!conditional || !conditionalInParts) {
                    LOG.warn(
                            "The bucket ignores If-None-Match: a replay overwrites the objects of its cut with the same rows");
                }
                yield true;
            }
            case ProbeResult.Unavailable(String reason) -> {
                bucket = new Bucket.NotReached(reason);
                LOG.warnf("Failed to reach bucket reason=%s", reason);
                yield false;
            }
            case ProbeResult.Refused(String reason) ->
                throw new IllegalStateException("Failed to write to bucket " + reason);
        };
    }

    private void startWhenReached() {
        try {
            for (int failures = 1; !reached(); failures++) {
                Duration wait = settings.retry().after(failures, RandomGenerator.getDefault());
                if (stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
            startLoops();
        } catch (InterruptedException | RuntimeException | Error e) {
            fail(e);
            loops.all().forEach(_ -> ended.countDown());
        }
    }

    /// If the process is already stopping, each loop only closes its consumer.
    private void startLoops() {
        int number = 0;
        for (SinkLoop loop : loops.all()) {
            Thread.ofPlatform()
                    .name("sink-loop-" + number++)
                    .start(new LoopThread(loop, SinkThreads::fail, ended::countDown));
        }
    }

    private static void fail(Throwable e) {
        LOG.error("Failed to run a loop, so the process ends", e);
        Quarkus.asyncExit(1);
    }

    /// Lands what is held, then ends the loops.
    public void stop() throws InterruptedException {
        stopping.countDown();
        loops.stop(shutdownTimeout);
        if (started && !ended.await(shutdownTimeout.plus(LEAVING).toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("Failed to end the loops in time timeout=%s", shutdownTimeout);
        }
    }

    /// Whether every loop has its thread.
    boolean running() {
        return started && ended.getCount() == loops.all().size();
    }

    /// Why the loops have not started; empty once the bucket has answered.
    Optional<String> waitingFor() {
        return switch (bucket) {
            case Bucket.Reached _ -> Optional.empty();
            case Bucket.NotReached(String reason) -> Optional.of(reason);
        };
    }

    /// Why the bucket cannot be written to; empty while it can.
    ///
    /// @param status of the loops, which use the bucket once they have started
    Optional<String> bucketFailure(LoopStatus status) {
        return waitingFor().or(() -> Optional.ofNullable(status.bucketFailure()));
    }
}
