package smartcity.local.child;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Whether a stop is requested, and whether it is urgent. Safe for use by several threads.
public final class StopRequest {
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch urgent = new CountDownLatch(1);

    /// The first call requests an orderly stop, the second an urgent one, which waits for nothing.
    public synchronized void request() {
        if (stop.getCount() == 0) {
            urgent.countDown();
        }
        stop.countDown();
    }

    public boolean isUrgent() {
        return urgent.getCount() == 0;
    }

    /// Pauses until the stop is requested, at most for `longest`.
    ///
    /// @return whether it is requested
    public boolean awaitRequest(Duration longest) {
        return await(stop, longest);
    }

    /// Pauses until the stop is urgent, at most for `longest`.
    ///
    /// @return whether it is urgent
    public boolean awaitUrgent(Duration longest) {
        return await(urgent, longest);
    }

    private static boolean await(CountDownLatch latch, Duration longest) {
        try {
            return latch.await(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
