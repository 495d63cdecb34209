package smartcity.vehicle.gps;

import java.util.Optional;
import java.util.random.RandomGenerator;
import smartcity.chance.Seed;
import smartcity.event.Location;
import smartcity.event.Motion;

/// The satellite receiver of one vehicle: a pure function of its seed, the instant, and the true place and motion.
///
/// Errors east and north are normal, with equal deviation in proportion to the dilution of precision, and drift
/// slowly. Size: 2.5 m CEP at a dilution of 1; velocity 0.05 m/s and heading 0.3 deg, both in half of the cases at
/// 30 m/s. Source: u-blox, NEO-M8 data sheet. Correlation: a bend at one minute and a tail of ten minutes and more.
/// Source: D. L. Wilson, "GPS accuracy: correlation of errors", 20 days with a Garmin 12XL; their shares of the
/// variance are chosen.
///
/// There is no fix below a bridge and for some seconds after; then the satellites return one by one, and errors are
/// larger until all are back. This is chosen: receivers differ, and many fill such gaps by dead reckoning. Not
/// safe for use by several threads.
public final class GpsReceiver {
    /// Median of the distance from the centre, in deviations of one axis: sqrt(2 ln 2).
    private static final double CEP_IN_DEVIATIONS = Math.sqrt(2 * Math.log(2));

    /// Radius that holds 68 % of the errors, in deviations of one axis: sqrt(-2 ln 0.32).
    private static final double ACCURACY_IN_DEVIATIONS = Math.sqrt(-2 * Math.log(0.32));

    /// Deviation of one axis at a dilution of precision of 1 [m].
    private static final double DEVIATION_METRES = 2.5 / CEP_IN_DEVIATIONS;

    /// Half of a normal distribution is within this number of standard deviations.
    private static final double MEDIAN_IN_DEVIATIONS = 0.6745;

    private static final double SPEED_DEVIATION_KMH = 0.05 / MEDIAN_IN_DEVIATIONS * 3.6;
    private static final double HEADING_DEVIATION_DEGREES = 0.3 / MEDIAN_IN_DEVIATIONS;

    /// Speed for which the data sheet states the accuracy of the heading [km/h].
    private static final double HEADING_SPEED_KMH = 108;

    /// Below this speed the noise decreases to 0, so that a parked vehicle does not jitter [km/h]; chosen.
    private static final double HOLD_KMH = 5;

    /// Deviations of the drift with one minute and with ten; the squares add up to 1.
    private static final double MINUTE_SHARE = 0.6;

    private static final double TAIL_SHARE = 0.8;

    /// Time from open sky to the first fix [s]: the least time, and the range over all receivers.
    private static final double LEAST_SEARCH_SECONDS = 1;

    private static final double SEARCH_RANGE_SECONDS = 2;

    /// Time from the first fix to the full number of satellites [s]; number missing at first; least number for a
    /// fix.
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

    /// The fix at an instant, if the receiver has one.
    ///
    /// @param openSeconds time below the open sky [s]: 0 below a bridge, infinite long after one
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
        RandomGenerator random = seed.of(epochMicros).generator();
        double speed = motion.speedKmh();
        double noiseShare = Math.min(1, speed / HOLD_KMH);
        double measured = Math.max(0, speed + random.nextGaussian() * SPEED_DEVIATION_KMH * noiseShare);
        double deviation = HEADING_DEVIATION_DEGREES * HEADING_SPEED_KMH / Math.max(speed, HOLD_KMH) * noiseShare;
        double heading = motion.headingDegrees() + random.nextGaussian() * deviation;
        return new Motion(measured, ((heading % 360) + 360) % 360);
    }

    /// A fix as the receiver computes it.
    ///
    /// @param location measured place
    /// @param motion speed and heading
    /// @param accuracyMetres radius that holds 68 % of the errors [m]
    /// @param satellites number of satellites used
    public record Reading(Location location, Motion motion, double accuracyMetres, int satellites) {}
}
