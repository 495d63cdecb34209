package smartcity.view;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/// Does something once a second on a thread of its own, until it is closed. A failure is logged, and the next second
/// is another attempt.
final class RepeatedTask implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger("smartcity.view");

    private final String name;
    private final Runnable task;
    private final ScheduledExecutorService executor;

    /// @param name of the thread
    RepeatedTask(String name, Runnable task) {
        this.name = name;
        this.task = task;
        this.executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }

    /// Begins; to be called once.
    void begin() {
        ScheduledFuture<?> _ = executor.scheduleAtFixedRate(this::attempt, 100, 1_000, TimeUnit.MILLISECONDS);
    }

    private void attempt() {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "Failed, trying again in a second task=%s", name);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
