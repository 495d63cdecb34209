package smartcity.emission.coupling;

/// What a simulator has received from the topics it reads, since its start.
///
/// When `late` and `incompleteMinutes` are 0, it has emitted what any process would have emitted that reads the same
/// topics.
///
/// @param received records that were reports
/// @param broken records that were not
/// @param late reports received after the minute in which they take effect had been computed
/// @param incompleteMinutes simulated minutes begun before all reports in effect were received
public record CouplingStatus(long received, long broken, long late, long incompleteMinutes) {}
