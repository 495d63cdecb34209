package smartcity.vehicle.motion;

/// The driver of one vehicle, who chooses its acceleration second by second.
///
/// The acceleration changes by [#JERK] at most from one second to the next. Not safe for use by several
/// threads.
final class Driver {
    /// Change of acceleration at most [m/s3]; chosen, a third of what passengers accept. Source: Hoberock, "A
    /// survey of longitudinal acceleration comfort studies in ground transportation vehicles", 1977 (0.3
    /// g/s).
    static final double JERK = 1;

    /// Time in which a driver adapts to a difference of speed [s]; chosen.
    private static final double RESPONSE_SECONDS = 4;

    /// Deceleration towards the end of the journey [m/s2] and the driver's reserve of time [s]; chosen.
    private static final double STOPPING = 0.5;

    private static final double RESERVE_SECONDS = 2;

    /// Distance kept from a place where all lanes are closed [m]; chosen.
    private static final double CLEARANCE_METRES = 10;

    private static final double KMH = 3.6;

    private final Vehicle vehicle;
    private final RouteNetwork routes;
    private final SpeedVariation variation;
    private final double phaseSeconds;

    /// @param phaseSeconds delay of the vehicle's seconds after those of the clock
    Driver(Vehicle vehicle, RouteNetwork routes, double phaseSeconds) {
        this.vehicle = vehicle;
        this.routes = routes;
        this.phaseSeconds = phaseSeconds;
        variation = new SpeedVariation(vehicle.seed());
    }

    /// The acceleration of the next second [m/s2]: the driver's desired one within the limits of comfort and
    /// vehicle.
    double acceleration(DrivenShift shift) {
        VehicleClass kind = vehicle.vehicleClass();
        double speed = shift.speed();
        double desired = (desiredSpeed(shift) - speed) / RESPONSE_SECONDS;
        double forStop = stoppable(room(shift) - speed) - speed;
        double within = Math.clamp(Math.min(desired, forStop), -kind.braking(), kind.acceleration());
        double smooth = Math.clamp(within, shift.acceleration() - JERK, shift.acceleration() + JERK);
        return Math.max(smooth, -speed);
    }

    /// Distance to the next stop [m]: the end of the journey, or a place where all lanes are closed, unless they are
    /// closed too near for the vehicle to stop.
    private double room(DrivenShift shift) {
        SpeedLimits limits = shift.limits();
        double closed = routes.traffic().stopMetres(shift.chainage(), limits.carriageway(), clock(shift));
        double end = shift.leftMetres();
        return closed < shortestStop(shift.speed()) ? end : Math.min(end, closed - CLEARANCE_METRES);
    }

    /// Shortest stopping distance [m], with a second of reaction time.
    private double shortestStop(double speed) {
        double braking = vehicle.vehicleClass().braking();
        return speed * speed / (2 * braking) + speed * (braking / (2 * JERK) + 1);
    }

    /// The desired speed within the limits of road, limiter and traffic [m/s].
    private double desiredSpeed(DrivenShift shift) {
        SpeedLimits limits = shift.limits();
        double free = vehicle.freeKmh(limits.limitKmhAt(shift.chainage()) * variation.at(shift.second()));
        return routes.traffic()
                        .stateAt(shift.chainage(), limits.carriageway(), clock(shift))
                        .speedOf(free)
                / KMH;
    }

    /// Seconds of the clock since 1970-01-01T00:00Z.
    private double clock(DrivenShift shift) {
        return shift.second() + phaseSeconds;
    }

    /// The speed from which a vehicle stops gently within a distance [m/s]: it falls by [#STOPPING] at most and,
    /// near the end, in proportion to the distance. Source of the form: Krauss, "Microscopic modeling of traffic
    /// flow", 1998, safe speed behind a standing vehicle.
    private static double stoppable(double metres) {
        double reserve = STOPPING * RESERVE_SECONDS;
        return Math.sqrt(reserve * reserve + 2 * STOPPING * Math.max(0, metres)) - reserve;
    }
}
