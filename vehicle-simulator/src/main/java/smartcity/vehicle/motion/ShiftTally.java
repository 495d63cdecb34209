package smartcity.vehicle.motion;

/// What a vehicle has driven since its shift began, and what its tank or battery misses.
///
/// @param shift number of the shift since 1970
/// @param metres driven in the shift [m]
/// @param missingJoules from full [J], 0 or more
public record ShiftTally(long shift, double metres, double missingJoules) {}
