package smartcity.emission.control;

import java.util.List;

/// The commands that a simulator has received.
///
/// @param read whether it has received all commands issued before it started
/// @param late commands received after the instant at which they took effect: other replicas may have carried them out
///     earlier
/// @param broken records that are no command that it can carry out
/// @param commands those of this city, in the order in which they were issued
public record CommandsStatus(boolean read, long late, long broken, List<CityCommand> commands) {}
