package smartcity.sink.simulation;

/// The faults and limits of one schedule.
///
/// @param next whether the group works by the next-generation protocol
/// @param conditional whether the bucket obeys `If-None-Match`
/// @param parquet whether files are real ones
/// @param steps chaotic steps before everything heals
/// @param replicas at most alive at the same time
/// @param crash chance of a replica to crash at a step [1/1000]
/// @param pause chance of a replica to be paused at a step and to resume later [1/1000]
/// @param fault chance of a request to go wrong [1/1000]
/// @param maxRecords of a batch
/// @param maxWindows open files of a batch
/// @param maxBytes of all batches
/// @param disturbed whether a [WorldStep] may happen
record ScheduleProfile(
        boolean next,
        boolean conditional,
        boolean parquet,
        int steps,
        int replicas,
        int crash,
        int pause,
        int fault,
        int maxRecords,
        int maxWindows,
        long maxBytes,
        boolean disturbed) {
    /// The others show that nothing is blocked without a reason.
    private static final int DISTURBED = 400;

    static ScheduleProfile of(ScheduleChance chance, boolean parquet) {
        return new ScheduleProfile(
                chance.permille(400),
                chance.permille(750),
                parquet,
                chance.between(60, 260),
                chance.between(1, 4),
                chance.pick(java.util.List.of(0, 2, 5, 15)),
                chance.pick(java.util.List.of(0, 3, 6, 15)),
                chance.pick(java.util.List.of(0, 30, 100, 250)),
                chance.between(2, 40),
                chance.permille(300) ? chance.between(1, 3) : 100,
                chance.permille(200) ? 600 : 1 << 20,
                chance.permille(DISTURBED));
    }
}
