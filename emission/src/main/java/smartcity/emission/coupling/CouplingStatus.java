package smartcity.emission.coupling;

/// What a simulator has heard of the topics it reads, since its start.
///
/// When `late` and `unheardMinutes` are 0, all it emitted is what any process would have emitted that reads the same
/// topics.
///
/// @param heard records taken up
/// @param broken records that are no such event
/// @param late records that came after the minute in which they were to be felt had been computed
/// @param unheardMinutes simulated minutes begun without having heard what was due
public record CouplingStatus(long heard, long broken, long late, long unheardMinutes) {}
