package smartcity.vehicle.motion;

import java.util.List;
import smartcity.event.Carriageway;

/// The timetable of one vehicle: an endless series of shifts of equal length, each with the same journeys from home
/// and back.
///
/// @param homeMetres chainage at which each shift begins and ends [m]
/// @param legs of a shift in order
/// @param plannedMetres length of all legs [m]
/// @param shiftSeconds length of a shift, enough for all legs in the worst traffic without closures
/// @param offsetMicros beginning of shift 0 after 1970-01-01T00:00Z
record ShiftTimetable(
        double homeMetres, List<JourneyLeg> legs, double plannedMetres, long shiftSeconds, long offsetMicros) {
    private static final long SECOND = 1_000_000;

    /// The shift that contains a second of the vehicle's own count.
    long shiftAt(long second) {
        return Math.floorDiv(second - offsetMicros / SECOND, shiftSeconds);
    }

    /// Second in which a shift starts.
    long startOf(long shift) {
        return shift * shiftSeconds + offsetMicros / SECOND;
    }

    /// The carriageway on which the vehicle comes home at the end of a shift that is driven as planned.
    Carriageway carriagewayHome() {
        return carriageway(homeMetres - legs.get(legs.size() - 2).toMetres());
    }

    /// The carriageway in a direction along the road.
    ///
    /// @param metres positive towards Birmingham
    static Carriageway carriageway(double metres) {
        return metres > 0 ? Carriageway.NORTHBOUND : Carriageway.SOUTHBOUND;
    }

    /// Delay of the vehicle's seconds after those of the clock [us], below 1 s.
    long phaseMicros() {
        return offsetMicros % SECOND;
    }
}
