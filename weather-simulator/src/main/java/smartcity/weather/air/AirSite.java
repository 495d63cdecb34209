package smartcity.weather.air;

import smartcity.event.Location;

/// A place at which the air is measured.
///
/// @param location of the instruments
/// @param chainageMetres the nearest place on the road [m]
public record AirSite(Location location, double chainageMetres) {}
