package smartcity.weather.field;

/// The weather at one place and instant.
///
/// @param cloudCover share of the sky covered, 0 to 1
/// @param convection how strongly the ground heats the air, 0 to 1: by day, in summer, below little cloud
public record Weather(AirState air, MeanWind wind, Precipitation precipitation, double cloudCover, double convection) {}
