package smartcity.road;

/// A named point of the road: where it can be joined or left, or where it begins or ends.
///
/// @param road official number of the road that leads on from here, such as `M40`
/// @param name as signed, such as `J9 A34/A41`
/// @param chainageMetres distance from the London end [m]
public record Junction(String road, String name, double chainageMetres) {}
