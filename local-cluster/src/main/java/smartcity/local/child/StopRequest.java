package smartcity.local.child;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Whether someone wants the city to stop, and whether they have lost patience since. Safe for use by several threads.
public final class StopRequest {
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch hurry = new CountDownLatch(1);

    /// The first call asks for an orderly stop, the second not to wait for anything any more.
    public synchronized void ask() {
        if (stop.getCount() == 0) {
            hurry.countDown();
        }
        stop.countDown();
    }

    public boolean isAsked() {
        return stop.getCount() == 0;
    }

    public boolean isUrgent() {
        return hurry.getCount() == 0;
    }

    /// Pauses until the stop is asked for, at most for `longest`.
    ///
    /// @return whether it is asked for
    public boolean awaitAsked(Duration longest) {
        return await(stop, longest);
    }

    /// Pauses until the stop is urgent, at most for `longest`.
    ///
    /// @return whether it is urgent
    public boolean awaitUrgent(Duration longest) {
        return await(hurry, longest);
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
