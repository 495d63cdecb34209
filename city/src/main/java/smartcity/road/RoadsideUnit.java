package smartcity.road;

/// A post beside the road that holds its cameras and knows what happens near it.
///
/// @param id named by road and distance from London, such as `M40-054.4`
/// @param chainageMetres where it stands [m]
public record RoadsideUnit(String id, double chainageMetres) {}
