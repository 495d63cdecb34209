package smartcity.event;

/// The values of a weather station's instruments.
///
/// @param temperatureCelsius air at 2 m [degC], -40 to 50
/// @param precipitationMmPerHour rate as water [mm/h], 0 to 300
/// @param windSpeedKmh mean wind at 10 m [km/h], 0 to 300
/// @param windDirectionDegrees direction from which the wind blows, clockwise from true north [deg], 0 <= d < 360
/// @param humidityPercent relative humidity [%], 0 to 100
/// @param visibilityMetres meteorological visibility [m], 0 to 100,000
/// @param pressureHectopascal at mean sea level [hPa], 850 to 1100
public record AtmosphericConditions(
        double temperatureCelsius,
        double precipitationMmPerHour,
        double windSpeedKmh,
        double windDirectionDegrees,
        double humidityPercent,
        double visibilityMetres,
        double pressureHectopascal) {
    public AtmosphericConditions {
        EventChecks.within("temperatureCelsius", temperatureCelsius, -40, 50);
        EventChecks.within("precipitationMmPerHour", precipitationMmPerHour, 0, 300);
        EventChecks.within("windSpeedKmh", windSpeedKmh, 0, 300);
        EventChecks.heading("windDirectionDegrees", windDirectionDegrees);
        EventChecks.within("humidityPercent", humidityPercent, 0, 100);
        EventChecks.within("visibilityMetres", visibilityMetres, 0, 100_000);
        EventChecks.within("pressureHectopascal", pressureHectopascal, 850, 1100);
    }
}
