package smartcity.vehicle.gps;

import java.util.Optional;
import java.util.random.RandomGenerator;
import smartcity.chance.Seed;
import smartcity.event.Location;
import smartcity.event.Motion;

/// One vehicle's satellite receiver: a pure function of its seed, of the instant, and of the true place and motion.
///
/// Errors east and north are normal, with equal deviation in proportion to the dilution of precision, and drift
/// slowly. Size: 2.5 m CEP at a dilution of 1; velocity 0.05 m/s and heading 0.3 deg, both in half of the cases at
/// 30 m/s. Source: u-blox, NEO-M8 data sheet. Correlation: a bend at one minute and a tail of ten minutes and more.
/// Source: D. L. Wilson, "GPS accuracy: correlation of errors", 20 days with a Garmin 12XL; their shares of the
/// variance are chosen.
///
/// Below a bridge there is no fix, nor for some seconds after; then the satellites come back one by one, and
/// until all are there errors are larger. Chosen: receivers differ, and many bridge such gaps by reckoning. Not
/// safe for use by several threads.
public final class GpsReceiver {
    /// Median of the distance from the centre, in deviations of one axis: sqrt(2 ln 2).
    private static final double CEP_IN_DEVIATIONS = Math.sqrt(2 * Math.log(2));

    /// Radius that holds 68 % of the errors, in deviations of one axis: sqrt(-2 ln 0.32).
    private static final double ACCURACY_IN_DEVIATIONS = Math.sqrt(-2 * Math.log(0.32));

    /// Deviation of one axis at a dilution of precision of 1 [m].
    private static final double DEVIATION_METRES = 2.5 / CEP_IN_DEVIATIONS;

    /// Half of a normal distribution lies within so many deviations.
    private static final double MEDIAN_IN_DEVIATIONS = 0.6745;

    private static final double SPEED_DEVIATION_KMH = 0.05 / MEDIAN_IN_DEVIATIONS * 3.6;
    private static final double HEADING_DEVIATION_DEGREES = 0.3 / MEDIAN_IN_DEVIATIONS;

    /// Speed at which the data sheet gives the heading's accuracy [km/h].
    private static final double HEADING_SPEED_KMH = 108;

    /// Below this speed the receiver holds what it has, so that a parked vehicle does not jitter [km/h]; chosen.
    private static final double HOLD_KMH = 5;

    /// Deviations of the drift with one minute and with ten; the squares add up to 1.
    private static final double MINUTE_SHARE = 0.6;

    private static final double TAIL_SHARE = 0.8;

    /// Time from open sky to the first fix [s]: the least, and by how much receivers differ.
    private static final double LEAST_SEARCH_SECONDS = 1;

    private static final double SEARCH_RANGE_SECONDS = 2;

    /// Time from the first fix to the full number of satellites [s]; how many are missing at first, and the least
    /// that make a fix.
    private static final double RECOVERY_SECONDS = 5;

    private static final int MISSING_SATELLITES = 4;
    private static final int LEAST_SATELLITES = 4;

    private static final double METRES_PER_DEGREE = 111_195;

    private final Seed seed;
    private final GpsDrift sky;
    private final GpsDrift east;
    private final GpsDrift eastTail;
    private final GpsDrift north;
    private final GpsDrift northTail;
    private final double searchSeconds;

    public GpsReceiver(Seed vehicle) {
        seed = vehicle.of("gps");
        sky = new GpsDrift(seed.of("sky"), 600);
        east = new GpsDrift(seed.of("east"), 60);
        eastTail = new GpsDrift(seed.of("east tail"), 600);
        north = new GpsDrift(seed.of("north"), 60);
        northTail = new GpsDrift(seed.of("north tail"), 600);
        searchSeconds =
                LEAST_SEARCH_SECONDS + SEARCH_RANGE_SECONDS * seed.of("search").uniform();
    }

    /// What the receiver computes at an instant, if it has a fix.
    ///
    /// @param openSeconds since when it sees the sky [s]: 0 below a bridge, and infinite long after
    public Optional<Reading> read(long epochMicros, Location place, Motion motion, double openSeconds) {
        if (openSeconds < searchSeconds) {
            return Optional.empty();
        }
        double lacking = Math.max(0, 1 - (openSeconds - searchSeconds) / RECOVERY_SECONDS);
        return Optional.of(reading(epochMicros, place, motion, lacking));
    }

    /// @param lacking 1 at the first fix, 0 when it has recovered
    private Reading reading(long epochMicros, Location place, Motion motion, double lacking) {
        int missing = (int) Math.ceil(lacking * MISSING_SATELLITES);
        int satellites = Math.max(LEAST_SATELLITES, satellitesAt(epochMicros) - missing);
        double deviation = DEVIATION_METRES * dilution(satellites) * (1 + lacking);
        double eastMetres = deviation * (MINUTE_SHARE * east.at(epochMicros) + TAIL_SHARE * eastTail.at(epochMicros));
        double northMetres =
                deviation * (MINUTE_SHARE * north.at(epochMicros) + TAIL_SHARE * northTail.at(epochMicros));
        Location found = new Location(
                place.latitude() + northMetres / METRES_PER_DEGREE,
                place.longitude() + eastMetres / METRES_PER_DEGREE / Math.cos(Math.toRadians(place.latitude())));
        return new Reading(found, noisy(motion, epochMicros), deviation * ACCURACY_IN_DEVIATIONS, satellites);
    }

    /// Satellites used under the open sky, 6 to 14; chosen.
    private int satellitesAt(long epochMicros) {
        return Math.clamp(Math.round(10 + 1.5 * sky.at(epochMicros)), 6, 14);
    }

    /// Horizontal dilution of precision: 1 with 10 satellites, in inverse proportion to the root of their number;
    /// chosen.
    private static double dilution(int satellites) {
        return Math.sqrt(10.0 / satellites);
    }

    private Motion noisy(Motion motion, long epochMicros) {
        RandomGenerator chance = seed.of(epochMicros).generator();
        double speed = motion.speedKmh();
        double unheld = Math.min(1, speed / HOLD_KMH);
        double measured = Math.max(0, speed + chance.nextGaussian() * SPEED_DEVIATION_KMH * unheld);
        double deviation = HEADING_DEVIATION_DEGREES * HEADING_SPEED_KMH / Math.max(speed, HOLD_KMH) * unheld;
        double heading = motion.headingDegrees() + chance.nextGaussian() * deviation;
        return new Motion(measured, ((heading % 360) + 360) % 360);
    }

    /// What a receiver computed.
    ///
    /// @param location where it believes to be
    /// @param motion speed and heading
    /// @param accuracyMetres radius that holds 68 % of the errors [m]
    /// @param satellites used
    public record Reading(Location location, Motion motion, double accuracyMetres, int satellites) {}
}
