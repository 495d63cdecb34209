package smartcity.vehicle.motion;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The motion of one vehicle at whatever instant is asked for.
///
/// The state at an instant is a pure function of seed, vehicle, instant and traffic, whatever was asked before:
/// each journey is stepped from its start, which the timetable gives. A journey that a closure delays beyond
/// its slot is driven to its end, and the next starts late; so, where there are closures, stepping begins some
/// journeys before the one that is asked for. (The state would depend on when stepping began if a vehicle were
/// late for more journeys in a row than that.) Not safe for use by several threads.
public final class Drive {
    /// Journeys before the current one from which stepping begins; chosen: a slot makes good 45 minutes of
    /// delay, and few closures cost more.
    private static final int JOURNEYS_BEFORE = 2;

    /// Seconds from one state that is kept to the next: to go back by up to a minute costs two minutes of steps at
    /// most, to go back further costs all steps from the beginning.
    private static final long SPACING_SECONDS = 60;

    private final Timetable timetable;
    private final Routes routes;
    private final Driver driver;

    private Ride ride;
    private Ride recent;
    private Ride earlier;

    /// Puts the vehicle where it is at an instant.
    ///
    /// @param from the instant that is cheapest to ask for next
    public Drive(Vehicle vehicle, Routes routes, Instant from) {
        this.routes = routes;
        timetable = routes.timetableOf(vehicle);
        driver = new Driver(vehicle, routes, timetable.phaseMicros() / 1e6);
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, from);
        long asked = Math.floorDiv(micros - timetable.phaseMicros(), 1_000_000L);
        ride = begun(asked);
        recent = new Ride(ride);
        earlier = recent;
        advanceTo(asked);
    }

    /// The state at an instant. Instants that follow each other cost least.
    ///
    /// @param epochMicros microseconds since 1970-01-01T00:00Z
    public DriveState at(long epochMicros) {
        long own = epochMicros - timetable.phaseMicros();
        long asked = Math.floorDiv(own, 1_000_000L);
        if (asked < ride.second()) {
            goBackTo(asked);
        }
        advanceTo(asked);
        return ride.at((own - ride.second() * 1_000_000L) / 1e6);
    }

    private Ride begun(long asked) {
        long trip = timetable.tripAt(asked) - (routes.traffic().disturbed() ? JOURNEYS_BEFORE : 0);
        return new Ride(timetable, routes, driver, trip);
    }

    /// To the latest state kept that is not after a second, or to the beginning.
    private void goBackTo(long asked) {
        if (asked >= recent.second()) {
            ride = new Ride(recent);
        } else if (asked >= earlier.second()) {
            ride = new Ride(earlier);
        } else {
            ride = begun(asked);
            recent = new Ride(ride);
            earlier = recent;
        }
    }

    private void advanceTo(long asked) {
        while (ride.second() < asked) {
            long next = recent.second() + SPACING_SECONDS;
            ride.advanceTo(Math.min(asked, next));
            if (ride.second() == next) {
                earlier = recent;
                recent = new Ride(ride);
            }
        }
    }
}
