package smartcity.road;

/// A post beside the road with a camera for each carriageway; it also reports incidents near it.
///
/// @param id road and distance from London [km], such as `M40-054.4`
/// @param chainageMetres its place on the road [m]
public record RoadsideUnit(String id, double chainageMetres) {}
