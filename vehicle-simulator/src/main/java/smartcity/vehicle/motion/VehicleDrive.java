package smartcity.vehicle.motion;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The motion of one vehicle at whatever instant is asked for.
///
/// The state at an instant is a pure function of seed, vehicle, instant and traffic, whatever was asked before:
/// it is stepped from the start of the shift, when by the timetable the vehicle is at home. Not safe for use by
/// several threads.
public final class VehicleDrive {
    /// Seconds from one state that is kept to the next: to go back by up to a minute costs two minutes of steps at
    /// most, to go back further costs all steps from the beginning.
    private static final long SPACING_SECONDS = 60;

    private final Vehicle vehicle;
    private final ShiftTimetable timetable;
    private final RouteNetwork routes;
    private final Driver driver;
    private final long phaseMicros;

    private DrivenShift ride;
    private DrivenShift recent;
    private DrivenShift earlier;

    /// Puts the vehicle where it is at an instant.
    ///
    /// @param from the instant that is cheapest to ask for next
    public VehicleDrive(Vehicle vehicle, RouteNetwork routes, Instant from) {
        this.vehicle = vehicle;
        this.routes = routes;
        timetable = routes.timetableOf(vehicle);
        phaseMicros = timetable.phaseMicros();
        driver = new Driver(vehicle, routes, phaseMicros / 1e6);
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, from);
        long asked = secondAt(micros);
        ride = begun(asked);
        recent = new DrivenShift(ride);
        earlier = recent;
        advanceTo(asked);
    }

    /// The state at an instant. Instants that follow each other cost least.
    ///
    /// @param epochMicros microseconds since 1970-01-01T00:00Z
    public DriveState at(long epochMicros) {
        long own = epochMicros - phaseMicros;
        long asked = Math.floorDiv(own, 1_000_000L);
        if (asked < ride.second()) {
            goBackTo(asked);
        }
        advanceTo(asked);
        return ride.at((own - ride.second() * 1_000_000L) / 1e6);
    }

    /// Number of the shift that holds an instant. In one shift a vehicle moves by its speed alone.
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

    private DrivenShift begun(long asked) {
        return new DrivenShift(timetable, routes, driver, new EnergyStore(vehicle), timetable.shiftAt(asked));
    }

    /// To the latest state kept that is not after a second, or to the beginning.
    private void goBackTo(long asked) {
        if (asked >= recent.second()) {
            ride = new DrivenShift(recent);
        } else if (asked >= earlier.second()) {
            ride = new DrivenShift(earlier);
        } else {
            ride = begun(asked);
            recent = new DrivenShift(ride);
            earlier = recent;
        }
    }

    private void advanceTo(long asked) {
        while (ride.second() < asked) {
            long next = recent.second() + SPACING_SECONDS;
            ride.advanceTo(Math.min(asked, next));
            if (ride.second() == next) {
                earlier = recent;
                recent = new DrivenShift(ride);
            }
        }
    }
}
