package smartcity.time;

import java.time.Duration;
import java.time.Instant;
import smartcity.event.Location;

/// The position of the sun.
///
/// Source: Michalsky, "The Astronomical Almanac's algorithm for approximate solar position (1950-2050)", Solar
/// Energy 40, 1988; good to 0.01 deg, without refraction.
public final class SunPosition {
    /// J2000.0.
    private static final Instant NOON_2000 = Instant.parse("2000-01-01T12:00:00Z");

    private static final double SECONDS_PER_DAY = 86_400;

    private SunPosition() {}

    /// Elevation of the sun's centre above the horizon [deg], -90 to 90.
    public static double elevationDegrees(Instant instant, Location place) {
        double days = Duration.between(NOON_2000, instant).toMillis() / 1000.0 / SECONDS_PER_DAY;
        double meanLongitude = 280.460 + 0.9856474 * days;
        double anomaly = Math.toRadians(357.528 + 0.9856003 * days);
        double longitude = Math.toRadians(meanLongitude + 1.915 * Math.sin(anomaly) + 0.020 * Math.sin(2 * anomaly));
        double obliquity = Math.toRadians(23.439 - 0.0000004 * days);
        double rightAscension = Math.atan2(Math.cos(obliquity) * Math.sin(longitude), Math.cos(longitude));
        double declination = Math.asin(Math.sin(obliquity) * Math.sin(longitude));
        double siderealHours = 6.697375 + 0.0657098242 * days + hourOfDay(instant);
        double hourAngle = Math.toRadians(siderealHours * 15 + place.longitude()) - rightAscension;
        double latitude = Math.toRadians(place.latitude());
        return Math.toDegrees(Math.asin(Math.sin(declination) * Math.sin(latitude)
                + Math.cos(declination) * Math.cos(latitude) * Math.cos(hourAngle)));
    }

    private static double hourOfDay(Instant instant) {
        return Math.floorMod(instant.toEpochMilli(), 86_400_000L) / 3_600_000.0;
    }
}
