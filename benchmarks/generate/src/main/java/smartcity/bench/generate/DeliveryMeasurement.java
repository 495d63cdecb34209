package smartcity.bench.generate;

/// What one process delivered to the broker.
///
/// @param contender its name
/// @param round 1 for the first
/// @param records acknowledged
/// @param seconds from the first record to the last acknowledgement
/// @param lifeSeconds from the start of the process to its end
/// @param cpuSeconds user and system time of the process over its life
/// @param peakBytes highest resident memory
record DeliveryMeasurement(
        String contender,
        int round,
        long records,
        double seconds,
        double lifeSeconds,
        double cpuSeconds,
        long peakBytes) {
    double perSecond() {
        return records / seconds;
    }

    double perSecondOfLife() {
        return records / lifeSeconds;
    }

    double perCpuSecond() {
        return records / cpuSeconds;
    }

    double peakMebibytes() {
        return peakBytes / (double) (1 << 20);
    }
}
