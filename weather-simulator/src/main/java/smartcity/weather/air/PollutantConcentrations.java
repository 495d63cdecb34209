package smartcity.weather.air;

/// Pollutants in the air [ug/m3]; which mean over time they are, the method that returns them says.
///
/// @param no2 nitrogen dioxide
/// @param o3 ozone
/// @param pm25 particles below 2.5 um
/// @param pm10 particles below 10 um
record PollutantConcentrations(double no2, double o3, double pm25, double pm10) {}
