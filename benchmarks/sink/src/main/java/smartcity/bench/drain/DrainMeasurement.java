package smartcity.bench.drain;

import org.jspecify.annotations.Nullable;

/// Duration and cost of one drain.
///
/// @param seconds from the start of the process until the last record was visible and committed
/// @param secondsFromFirst the same from the first record on; null when that could not be seen
/// @param cpuSeconds user and system time of the process over its whole life
/// @param peakBytes highest resident memory
/// @param firstObjectSeconds from the start of the process until its first object was visible; null without objects
public record DrainMeasurement(
        String contender,
        int round,
        long records,
        double seconds,
        @Nullable Double secondsFromFirst,
        double cpuSeconds,
        long peakBytes,
        @Nullable Double firstObjectSeconds,
        LandedData landed) {

    /// Records a second from the start of the process.
    public double rowsPerSecond() {
        return records / seconds;
    }

    /// Records a second from the first record on.
    public @Nullable Double rowsPerSecondFromFirst() {
        return secondsFromFirst == null ? null : records / secondsFromFirst;
    }

    /// Records per second of processor time.
    public double rowsPerCpuSecond() {
        return records / cpuSeconds;
    }

    /// Bytes in the bucket per record; null without objects.
    public @Nullable Double bytesPerRow() {
        return landed.files() == 0 ? null : (double) landed.bytes() / records;
    }
}
