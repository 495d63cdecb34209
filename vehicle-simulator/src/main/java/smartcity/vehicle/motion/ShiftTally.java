package smartcity.vehicle.motion;

/// The distance of a vehicle since its shift began, and the energy missing from its tank or battery.
///
/// @param shift number of the shift since 1970
/// @param metres driven in the shift [m]
/// @param missingJoules energy missing from full [J], 0 or more
public record ShiftTally(long shift, double metres, double missingJoules) {}
