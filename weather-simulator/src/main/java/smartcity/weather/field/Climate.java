package smartcity.weather.field;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;

/// The normal weather of southern England for a date and an hour.
///
/// Temperatures are the monthly means of daily minimum and maximum at Oxford, rounded to a degree. Source:
/// climatestotravel.com. The rest is chosen, not measured.
///
/// @param meanCelsius mean temperature of the day [degC]
/// @param halfRangeKelvin half of the difference between mean maximum and mean minimum [K]
/// @param summer 0 in mid-January, 1 in mid-July
/// @param warmth course of the temperature over the day: -1 at the coldest hour, 1 at the warmest
record Climate(double meanCelsius, double halfRangeKelvin, double summer, double warmth) {
    private static final double[] MINIMUM = {2, 2, 4, 5, 8, 11, 13, 13, 11, 8, 5, 2};
    private static final double[] MAXIMUM = {8, 8, 11, 14, 17, 20, 23, 22, 19, 15, 10, 8};

    /// Day of the year at the middle of January.
    private static final double MID_JANUARY = 15;

    /// Warmest hour of the day on average, UTC: about three hours after noon; chosen.
    private static final double WARMEST_HOUR = 14.7;

    static Climate at(Instant time) {
        ZonedDateTime utc = time.atZone(ZoneOffset.UTC);
        double hour = utc.toLocalTime().toNanoOfDay() / 3.6e12;
        double day = utc.getDayOfYear() + hour / 24 - MID_JANUARY;
        double months = day / utc.toLocalDate().lengthOfYear() * 12;
        double minimum = between(MINIMUM, months);
        double maximum = between(MAXIMUM, months);
        double summer = (1 - Math.cos(months / 6 * Math.PI)) / 2;
        double angle = (hour - WARMEST_HOUR) / 12 * Math.PI;
        // The second harmonic makes the morning's rise steeper than the evening's fall.
        double warmth = (Math.cos(angle) + 0.15 * Math.cos(2 * angle)) / 1.15;
        return new Climate((minimum + maximum) / 2, (maximum - minimum) / 2, summer, warmth);
    }

    private static double between(double[] ofMonth, double months) {
        int month = (int) Math.floor(months);
        double share = months - month;
        return ofMonth[Math.floorMod(month, 12)] * (1 - share) + ofMonth[Math.floorMod(month + 1, 12)] * share;
    }
}
