package smartcity.emission.control;

import java.util.List;

/// What a simulator has heard of orders.
///
/// @param read whether it knows all that was ordered before it started
/// @param late orders heard after the instant from which they held: other replicas may have followed them earlier
/// @param broken records that are no order that it understands
/// @param commands those of this city, in the order in which they were given
public record CommandsStatus(boolean read, long late, long broken, List<CityCommand> commands) {}
