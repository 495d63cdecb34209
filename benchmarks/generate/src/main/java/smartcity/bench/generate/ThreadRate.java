package smartcity.bench.generate;

import java.time.Duration;

/// How often one thread does something.
///
/// @param count how often it was done
/// @param seconds wall clock
record ThreadRate(long count, double seconds) {
    /// Something that is done several times at once.
    @FunctionalInterface
    interface Work {
        /// Does it.
        ///
        /// @return how often
        long run();
    }

    double perSecond() {
        return count / seconds;
    }

    /// Does the work over and over for a time; what it has begun by then it finishes.
    static ThreadRate of(Work work, Duration time) {
        long began = System.nanoTime();
        long count = 0;
        long taken = 0;
        while (taken < time.toNanos()) {
            count += work.run();
            taken = System.nanoTime() - began;
        }
        return new ThreadRate(count, taken / 1e9);
    }
}
