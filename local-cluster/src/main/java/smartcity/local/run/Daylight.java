package smartcity.local.run;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import smartcity.event.Location;
import smartcity.time.SunPosition;

/// Whether it is day or night in the city.
final class Daylight {
    /// The middle of the road.
    private static final Location MIDDLE = new Location(51.9, -1.2);

    /// Elevation of the sun's centre at sunrise and sunset [deg]: refraction and half of the disc. Source: The
    /// Astronomical Almanac.
    private static final double HORIZON_DEGREES = -0.833;

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(ZoneOffset.UTC);

    private Daylight() {}

    /// The sentence for users.
    static String sentence(Instant simulated) {
        boolean day = isDay(simulated);
        String sun = changes(simulated.truncatedTo(ChronoUnit.DAYS))
                .map(times -> "; the sun rises at " + times.rise() + " and sets at " + times.set())
                .orElse("");
        String advice = day ? "" : " (--start begins at another time)";
        return "In the city it is " + STAMP.format(simulated) + " UTC, " + (day ? "day" : "night") + sun + advice;
    }

    /// Sunrise and sunset of a day, in UTC.
    private record SunTimes(LocalTime rise, LocalTime set) {}

    private static Optional<SunTimes> changes(Instant midnight) {
        Optional<LocalTime> rise = change(midnight, true);
        return change(midnight, false).flatMap(set -> rise.map(time -> new SunTimes(time, set)));
    }

    private static Optional<LocalTime> change(Instant midnight, boolean toDay) {
        return Stream.iterate(midnight, minute -> minute.plus(Duration.ofMinutes(1)))
                .limit(Duration.ofDays(1).toMinutes())
                .filter(minute -> isDay(minute) == toDay && isDay(minute.minusSeconds(60)) != toDay)
                .findFirst()
                .map(minute -> minute.atOffset(ZoneOffset.UTC).toLocalTime());
    }

    private static boolean isDay(Instant instant) {
        return SunPosition.elevationDegrees(instant, MIDDLE) > HORIZON_DEGREES;
    }
}
