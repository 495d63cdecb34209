package smartcity.weather.field;

/// The weather at one place and instant.
///
/// @param cloudCover share of the sky covered, 0 to 1
/// @param convection heating of the air by the ground, 0 to 1: high by day, in summer, below little cloud
public record Weather(AirState air, MeanWind wind, Precipitation precipitation, double cloudCover, double convection) {}
