package smartcity.vehicle.motion;

import smartcity.event.Carriageway;

/// Where a vehicle is and how fast, at one instant.
///
/// @param trip number of its journey since 1970, the current one or, at rest, the last
/// @param carriageway on which it drives, or has driven
/// @param metres driven since the start of the journey [m], 0 to the length of the road
/// @param chainageMetres place on the road [m], 0 to the length of the road
/// @param speedKmh the derivative of the distance driven [km/h]
public record DriveState(long trip, Carriageway carriageway, double metres, double chainageMetres, double speedKmh) {}
