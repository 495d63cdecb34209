package smartcity.weather.air;

/// Concentrations of pollutants [ug/m3]; the method that returns them states the averaging period.
///
/// @param no2 nitrogen dioxide
/// @param o3 ozone
/// @param pm25 particles below 2.5 um
/// @param pm10 particles below 10 um
record PollutantConcentrations(double no2, double o3, double pm25, double pm10) {}
