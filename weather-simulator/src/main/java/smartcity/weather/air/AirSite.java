package smartcity.weather.air;

import smartcity.event.Location;

/// Where the air is measured.
///
/// @param location of the instruments
/// @param chainageMetres the place on the road beside them [m]
public record AirSite(Location location, double chainageMetres) {}
