package smartcity.vehicle.motion;

import java.util.ArrayList;
import java.util.List;
import smartcity.chance.Seed;

/// What the shifts of one vehicle can be made of, and what they take.
final class ShiftPlan {
    /// Tours in a shift; chosen: most shifts then last six to eleven hours.
    static final int TOURS = 4;

    /// What the traffic of a working day adds to the time on an empty road; chosen.
    private static final double CONGESTION = 0.1;

    /// What starting and stopping add to a drive [s]; chosen.
    private static final double STOPPING_SECONDS = 40;

    /// Time at the end of a shift that is left for queues [s]; chosen: half of it does for those of the open
    /// road, and with the other half, at 58 closures a day, nobody is away when the shift ends.
    private static final long RESERVE_SECONDS = 100 * 60;

    /// Longer drives are broken at services [s]; chosen below the two hours of Highway Code rule 91. Goods
    /// vehicles and coaches never come to the 4.5 h after which they must rest (Regulation (EC) 561/2006,
    /// article 7).
    private static final double LONGEST_SECONDS = 75 * 60;

    /// Level of the tank or battery below which plans never come, and with which a drive without a break
    /// leaves at least; chosen.
    static final double LEAST_LEVEL = 0.1;

    private static final double SPARE_LEVEL = 0.15;

    private final Vehicle vehicle;
    private final RoadExits exits;
    private final SpeedLimits.Clock clock;
    private final double[] secondsAt;
    private final double joulesPerMetre;
    private final long stay;
    private final long pause;

    ShiftPlan(Vehicle vehicle, RoadExits exits, SpeedLimits limits) {
        this.vehicle = vehicle;
        this.exits = exits;
        clock = limits.clockOf(vehicle);
        secondsAt = new double[exits.count()];
        for (int exit = 0; exit < secondsAt.length; exit++) {
            secondsAt[exit] = clock.secondsAt(exits.junction(exit));
        }
        joulesPerMetre = vehicle.plannedPerMetre();
        Seed habit = vehicle.seed().of("rest");
        stay = (long) (60 * (3 + 7 * habit.of("stay").uniform()));
        pause = (long) (60 * (15 + 15 * habit.of("pause").uniform()));
    }

    /// What a tour adds to the length of a shift, but for filling [s].
    double shareOfShift(int home, int destination) {
        double metres = Math.abs(exits.junction(home) - exits.junction(destination));
        double free = Math.abs(secondsAt[home] - secondsAt[destination]);
        double rest = stay + (breaks(metres, free) ? pause + STOPPING_SECONDS : 0);
        return 2 * (driveSeconds(free) + rest) + RESERVE_SECONDS / (double) TOURS;
    }

    /// The timetable of shifts with a tour from home to each destination and back.
    ///
    /// @param spread 0 <= s < 1, the share of a shift by which shift 0 begins late
    ShiftTimetable timetable(double homeMetres, double[] destinations, double spread) {
        List<Stretch> stretches = new ArrayList<>();
        for (double destination : destinations) {
            append(stretches, homeMetres, destination, true);
            append(stretches, destination, homeMetres, false);
        }
        long seconds = RESERVE_SECONDS;
        double metres = 0;
        for (Stretch stretch : stretches) {
            seconds += stretch.rest + stretch.seconds;
            metres += stretch.metres();
        }
        List<JourneyLeg> legs = new ArrayList<>();
        for (int index = 0; index < stretches.size(); index++) {
            legs.add(leg(stretches, index, homeMetres, seconds - RESERVE_SECONDS / 2));
        }
        long late = (long) (spread * seconds);
        long offset = late * 1_000_000 + (long) (vehicle.phase() * 1e6);
        return new ShiftTimetable(homeMetres, List.copyOf(legs), metres, seconds, offset);
    }

    /// @param end second of the shift by which the vehicle is to be home again
    private JourneyLeg leg(List<Stretch> stretches, int index, double homeMetres, long end) {
        Stretch stretch = stretches.get(index);
        int home = index;
        long left = stretch.seconds;
        while (stretches.get(home).outward || stretches.get(home).toMetres != homeMetres) {
            home++;
            left += stretches.get(home).rest + stretches.get(home).seconds;
        }
        boolean first = stretch.outward && stretch.fromMetres == homeMetres;
        long back = stay + (long) driveSeconds(clock.seconds(stretch.toMetres, homeMetres));
        return new JourneyLeg(
                stretch.toMetres,
                stretch.rest,
                stretch.fills,
                first ? end - left : Long.MAX_VALUE,
                stretch.outward ? end - back : Long.MAX_VALUE,
                home);
    }

    /// One way of a tour: in one drive, or in two with a break.
    private void append(List<Stretch> stretches, double from, double to, boolean outward) {
        double place = from;
        long rest = stretches.isEmpty() ? 0 : stay;
        if (breaks(Math.abs(to - from), clock.seconds(from, to))) {
            double services = exits.servicesNear((from + to) / 2);
            stretches.add(stretch(stretches, place, services, rest, outward));
            place = services;
            rest = pause;
        }
        stretches.add(stretch(stretches, place, to, rest, outward));
    }

    /// Fills first, where the level would fall too low.
    private Stretch stretch(List<Stretch> before, double from, double to, long rest, boolean outward) {
        double joules = Math.abs(to - from) * joulesPerMetre;
        double missing = before.isEmpty() ? vehicle.missingJoules(vehicle.homeLevel()) : before.getLast().missingJoules;
        boolean fills = missing + joules > vehicle.missingJoules(LEAST_LEVEL);
        long least = fills ? vehicle.fillingSeconds(missing) : 0;
        double full = fills ? Math.min(missing, vehicle.missingJoules(vehicle.filledLevel())) : missing;
        long seconds = (long) driveSeconds(clock.seconds(from, to));
        return new Stretch(from, to, Math.max(rest, least), fills, seconds, outward, full + joules);
    }

    /// Whether a drive is long enough, in time or for the tank, to be broken.
    private boolean breaks(double metres, double freeSeconds) {
        double most = (vehicle.filledLevel() - SPARE_LEVEL) * vehicle.capacityJoules();
        return freeSeconds > LONGEST_SECONDS || metres * joulesPerMetre > most;
    }

    private static double driveSeconds(double free) {
        return (1 + CONGESTION) * free + STOPPING_SECONDS;
    }

    /// @param rest before it [s]
    /// @param seconds it takes
    /// @param missingJoules from a full tank or battery at its end
    private record Stretch(
            double fromMetres,
            double toMetres,
            long rest,
            boolean fills,
            long seconds,
            boolean outward,
            double missingJoules) {
        double metres() {
            return Math.abs(toMetres - fromMetres);
        }
    }
}
