package smartcity.emission.loop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A stop signal that is given once, by any thread.
public final class StopLatch implements StopSignal {
    private final CountDownLatch latch = new CountDownLatch(1);

    /// Gives the signal; without effect when it has been given.
    public void stop() {
        latch.countDown();
    }

    @Override
    public boolean isStopped() {
        return latch.getCount() == 0;
    }

    @Override
    public void pause(long nanos) throws InterruptedException {
        boolean _ = latch.await(nanos, TimeUnit.NANOSECONDS);
    }
}
