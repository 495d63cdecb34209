package smartcity.vehicle.motion;

/// How one vehicle is driven: the acceleration its driver chooses, second by second.
///
/// From one second to the next the acceleration changes by [#JERK] at most. Not safe for use by several
/// threads.
final class Driver {
    /// Change of acceleration at most [m/s3]; chosen, a third of what passengers accept. Source: Hoberock, "A
    /// survey of longitudinal acceleration comfort studies in ground transportation vehicles", 1977 (0.3
    /// g/s).
    static final double JERK = 1;

    /// Time in which a driver takes up a difference of speed [s]; chosen.
    private static final double RESPONSE_SECONDS = 4;

    /// Deceleration towards the end of the journey [m/s2] and the driver's reserve of time [s]; chosen.
    private static final double STOPPING = 0.5;

    private static final double RESERVE_SECONDS = 2;

    /// Distance kept to a place where all lanes are closed [m]; chosen.
    private static final double CLEARANCE_METRES = 10;

    private static final double KMH = 3.6;

    private final Vehicle vehicle;
    private final RouteNetwork routes;
    private final SpeedVariation mood;
    private final double phaseSeconds;

    /// @param phaseSeconds by which the vehicle's seconds begin later than those of the clock
    Driver(Vehicle vehicle, RouteNetwork routes, double phaseSeconds) {
        this.vehicle = vehicle;
        this.routes = routes;
        this.phaseSeconds = phaseSeconds;
        mood = new SpeedVariation(vehicle.seed());
    }

    /// The acceleration of the coming second [m/s2]: what the driver wants, within what comfort and vehicle allow.
    double acceleration(DrivenShift ride) {
        VehicleClass kind = vehicle.vehicleClass();
        double speed = ride.speed();
        double wanted = (wantedSpeed(ride) - speed) / RESPONSE_SECONDS;
        double forStop = stoppable(room(ride) - speed) - speed;
        double within = Math.clamp(Math.min(wanted, forStop), -kind.braking(), kind.acceleration());
        double smooth = Math.clamp(within, ride.acceleration() - JERK, ride.acceleration() + JERK);
        return Math.max(smooth, -speed);
    }

    /// Distance to where the vehicle has to stop next [m]: the end of the journey, or lanes that are all closed,
    /// unless they are closed in front of somebody who cannot stop any more.
    private double room(DrivenShift ride) {
        SpeedLimits limits = ride.limits();
        double closed = routes.traffic().stopMetres(ride.chainage(), limits.carriageway(), clock(ride));
        double end = ride.leftMetres();
        return closed < shortestStop(ride.speed()) ? end : Math.min(end, closed - CLEARANCE_METRES);
    }

    /// Way to a standstill with all the brakes give [m], and a second for the foot to get there.
    private double shortestStop(double speed) {
        double braking = vehicle.vehicleClass().braking();
        return speed * speed / (2 * braking) + speed * (braking / (2 * JERK) + 1);
    }

    /// What driver, limit, limiter and traffic together allow [m/s].
    private double wantedSpeed(DrivenShift ride) {
        SpeedLimits limits = ride.limits();
        double free = vehicle.freeKmh(limits.limitKmhAt(ride.chainage()) * mood.at(ride.second()));
        return routes.traffic()
                        .stateAt(ride.chainage(), limits.carriageway(), clock(ride))
                        .speedOf(free)
                / KMH;
    }

    /// Seconds of the clock since 1970-01-01T00:00Z.
    private double clock(DrivenShift ride) {
        return ride.second() + phaseSeconds;
    }

    /// The speed from which a stop within a distance is easy [m/s]: it falls by [#STOPPING] at most and, near
    /// the end, in proportion to the distance. Source of the form: Krauss, "Microscopic modeling of traffic
    /// flow", 1998, safe speed behind a standing vehicle.
    private static double stoppable(double metres) {
        double reserve = STOPPING * RESERVE_SECONDS;
        return Math.sqrt(reserve * reserve + 2 * STOPPING * Math.max(0, metres)) - reserve;
    }
}
