package smartcity.weather.field;

/// The state of the air near the ground.
///
/// @param temperatureCelsius at 2 m [degC]
/// @param dewPointCelsius at 2 m, not above the temperature [degC]
/// @param pressureHectopascal at mean sea level [hPa]
public record AirState(double temperatureCelsius, double dewPointCelsius, double pressureHectopascal) {
    public AirState {
        if (!(dewPointCelsius <= temperatureCelsius)) {
            throw new IllegalArgumentException("dewPointCelsius must be at most the temperature %s but was %s"
                    .formatted(temperatureCelsius, dewPointCelsius));
        }
    }

    /// Relative humidity [%], 0 to 100.
    public double humidityPercent() {
        return Humidity.relativePercent(temperatureCelsius, dewPointCelsius);
    }

    /// The same air as measured by a thermometer with this error; humidity hardly changes.
    public AirState warmerBy(double kelvin) {
        return new AirState(temperatureCelsius + kelvin, dewPointCelsius + kelvin, pressureHectopascal);
    }
}
