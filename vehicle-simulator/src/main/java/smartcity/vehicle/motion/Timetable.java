package smartcity.vehicle.motion;

import smartcity.event.Carriageway;

/// When one vehicle starts its journeys: slots of equal length from the beginning of time, northbound and
/// southbound in turn, each long enough for a journey at the worst hour and a rest.
///
/// Whether a slot is long enough depends on the traffic; a test holds it for the traffic as it is.
final class Timetable {
    /// What the worst queues cost a journey at most [s]; chosen from what the traffic shows.
    private static final long GREATEST_DELAY_SECONDS = 45 * 60;

    /// Rest after the slowest journey [s]; chosen.
    private static final long LEAST_REST_SECONDS = 5 * 60;

    /// The golden ratio's fraction, whose multiples spread evenly over [0, 1) for fleets of any size.
    private static final double GOLDEN_FRACTION = 0.6180339887498949;

    private final long slotSeconds;
    private final long offsetSeconds;
    private final long phaseMicros;

    /// @param freeSeconds time of a journey on the empty road
    /// @param shift 0 <= s < 1, the same for the whole fleet
    Timetable(Vehicle vehicle, double freeSeconds, double shift) {
        slotSeconds = (long) freeSeconds + GREATEST_DELAY_SECONDS + LEAST_REST_SECONDS;
        double spread = (shift + vehicle.index() * GOLDEN_FRACTION) % 1;
        offsetSeconds = (long) (spread * 2 * slotSeconds);
        phaseMicros = (long) (vehicle.phase() * 1e6);
    }

    /// The slot that holds a second of the vehicle's own count.
    long tripAt(long second) {
        return Math.floorDiv(second - offsetSeconds, slotSeconds);
    }

    /// Second in which a trip starts.
    long startOf(long trip) {
        return trip * slotSeconds + offsetSeconds;
    }

    /// Where a trip leads.
    Carriageway carriagewayOf(long trip) {
        return Math.floorMod(trip, 2) == 0 ? Carriageway.NORTHBOUND : Carriageway.SOUTHBOUND;
    }

    /// The vehicle's seconds begin this much after those of the clock [us], below 1 s.
    long phaseMicros() {
        return phaseMicros;
    }
}
