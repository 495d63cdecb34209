package smartcity.vehicle.motion;

/// What a vehicle has driven and drawn since its shift began.
///
/// @param shift number of the shift since 1970
/// @param metres driven [m]
/// @param drawnMetres drawn from tank or battery, in metres of the range [m]
public record Tally(long shift, double metres, double drawnMetres) {}
