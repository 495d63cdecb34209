package smartcity.vehicle.motion;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The motion of one vehicle at any instant.
///
/// The state at an instant is a pure function of seed, vehicle, instant and traffic, independent of earlier calls:
/// it is stepped from the start of the shift, when by the timetable the vehicle is at home. Not safe for use by
/// several threads.
public final class VehicleDrive {
    /// Time between two kept states [s]: going back by up to a minute costs at most two minutes of steps; going back
    /// further costs all steps from the beginning.
    private static final long SPACING_SECONDS = 60;

    private final Vehicle vehicle;
    private final ShiftTimetable timetable;
    private final RouteNetwork routes;
    private final Driver driver;
    private final long phaseMicros;

    private DrivenShift current;
    private DrivenShift recent;
    private DrivenShift earlier;

    /// Computes the state of the vehicle at an instant.
    ///
    /// @param from the instant whose state is cheapest to read next
    public VehicleDrive(Vehicle vehicle, RouteNetwork routes, Instant from) {
        this.vehicle = vehicle;
        this.routes = routes;
        timetable = routes.timetableOf(vehicle);
        phaseMicros = timetable.phaseMicros();
        driver = new Driver(vehicle, routes, phaseMicros / 1e6);
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, from);
        long wanted = secondAt(micros);
        current = begun(wanted);
        recent = new DrivenShift(current);
        earlier = recent;
        advanceTo(wanted);
    }

    /// The state at an instant; ascending instants cost least.
    ///
    /// @param epochMicros microseconds since 1970-01-01T00:00Z
    public DriveState at(long epochMicros) {
        long own = epochMicros - phaseMicros;
        long wanted = Math.floorDiv(own, 1_000_000L);
        if (wanted < current.second()) {
            goBackTo(wanted);
        }
        advanceTo(wanted);
        return current.at((own - current.second() * 1_000_000L) / 1e6);
    }

    /// Number of the shift that contains an instant. Within one shift a vehicle moves by its speed alone.
    ///
    /// @param epochMicros microseconds since 1970-01-01T00:00Z
    public long shiftAt(long epochMicros) {
        return timetable.shiftAt(secondAt(epochMicros));
    }

    private long secondAt(long epochMicros) {
        return Math.floorDiv(epochMicros - phaseMicros, 1_000_000L);
    }

    /// The timetable's length of all journeys of a shift [m].
    double plannedMetres() {
        return timetable.plannedMetres();
    }

    private DrivenShift begun(long wanted) {
        return new DrivenShift(timetable, routes, driver, new EnergyStore(vehicle), timetable.shiftAt(wanted));
    }

    /// Goes back to the latest kept state that is not after a second, or to the beginning of the shift.
    private void goBackTo(long wanted) {
        if (wanted >= recent.second()) {
            current = new DrivenShift(recent);
        } else if (wanted >= earlier.second()) {
            current = new DrivenShift(earlier);
        } else {
            current = begun(wanted);
            recent = new DrivenShift(current);
            earlier = recent;
        }
    }

    private void advanceTo(long wanted) {
        while (current.second() < wanted) {
            long next = recent.second() + SPACING_SECONDS;
            current.advanceTo(Math.min(wanted, next));
            if (current.second() == next) {
                earlier = recent;
                recent = new DrivenShift(current);
            }
        }
    }
}
