package smartcity.vehicle.motion;

import java.util.ArrayList;
import java.util.List;
import smartcity.chance.Seed;

/// Plans the shifts of one vehicle: their drives, rests and fillings, with the time and energy that they take.
final class ShiftPlan {
    /// Tours in a shift; chosen: most shifts then last six to eleven hours.
    static final int TOURS = 4;

    /// Share that the traffic of a working day adds to the time on an empty road; chosen.
    private static final double CONGESTION = 0.1;

    /// Time that starting and stopping add to a drive [s]; chosen.
    private static final double STOPPING_SECONDS = 40;

    /// Reserve for queues at the end of a shift [s]; chosen: half of it is enough for queues of the open road; with
    /// the other half nobody is away at the end of a shift even at 58 closures a day.
    private static final long RESERVE_SECONDS = 100 * 60;

    /// Longer drives have a break at services [s]; chosen below the two hours of Highway Code rule 91. Goods
    /// vehicles and coaches never reach the 4.5 h after which they must rest (Regulation (EC) 561/2006, article 7).
    private static final double LONGEST_SECONDS = 75 * 60;

    /// Least planned level of the tank or battery, and least level after a drive without a break; chosen.
    static final double LEAST_LEVEL = 0.1;

    private static final double SPARE_LEVEL = 0.15;

    private final Vehicle vehicle;
    private final RoadExits exits;
    private final SpeedLimits.TravelTimes times;
    private final double[] secondsAt;
    private final double joulesPerMetre;
    private final long stay;
    private final long pause;

    ShiftPlan(Vehicle vehicle, RoadExits exits, SpeedLimits limits) {
        this.vehicle = vehicle;
        this.exits = exits;
        times = limits.travelTimesOf(vehicle);
        secondsAt = new double[exits.count()];
        for (int exit = 0; exit < secondsAt.length; exit++) {
            secondsAt[exit] = times.secondsAt(exits.junction(exit));
        }
        joulesPerMetre = vehicle.plannedPerMetre();
        Seed habit = vehicle.seed().of("rest");
        stay = (long) (60 * (3 + 7 * habit.of("stay").uniform()));
        pause = (long) (60 * (15 + 15 * habit.of("pause").uniform()));
    }

    /// Time that a tour adds to a shift, without filling [s].
    double shareOfShift(int home, int destination) {
        double metres = Math.abs(exits.junction(home) - exits.junction(destination));
        double free = Math.abs(secondsAt[home] - secondsAt[destination]);
        double rest = stay + (breaks(metres, free) ? pause + STOPPING_SECONDS : 0);
        return 2 * (driveSeconds(free) + rest) + RESERVE_SECONDS / (double) TOURS;
    }

    /// The timetable of shifts with a tour from home to each destination and back.
    ///
    /// @param spread 0 <= s < 1, beginning of shift 0 as a share of a shift
    ShiftTimetable timetable(double homeMetres, double[] destinations, double spread) {
        List<PlannedDrive> drives = new ArrayList<>();
        for (double destination : destinations) {
            append(drives, homeMetres, destination, true);
            append(drives, destination, homeMetres, false);
        }
        long seconds = RESERVE_SECONDS;
        double metres = 0;
        for (PlannedDrive drive : drives) {
            seconds += drive.rest + drive.seconds;
            metres += drive.metres();
        }
        List<JourneyLeg> legs = new ArrayList<>();
        for (int index = 0; index < drives.size(); index++) {
            legs.add(leg(drives, index, homeMetres, seconds - RESERVE_SECONDS / 2));
        }
        long late = (long) (spread * seconds);
        long offset = late * 1_000_000 + (long) (vehicle.phase() * 1e6);
        return new ShiftTimetable(homeMetres, List.copyOf(legs), metres, seconds, offset);
    }

    /// @param end second of the shift by which the vehicle must be home
    private JourneyLeg leg(List<PlannedDrive> drives, int index, double homeMetres, long end) {
        PlannedDrive drive = drives.get(index);
        int home = index;
        long left = drive.seconds;
        while (drives.get(home).outward || drives.get(home).toMetres != homeMetres) {
            home++;
            left += drives.get(home).rest + drives.get(home).seconds;
        }
        boolean first = drive.outward && drive.fromMetres == homeMetres;
        long back = stay + (long) driveSeconds(times.seconds(drive.toMetres, homeMetres));
        return new JourneyLeg(
                drive.toMetres,
                drive.rest,
                drive.fills,
                first ? end - left : JourneyLeg.NEVER,
                drive.outward ? end - back : JourneyLeg.NEVER,
                home);
    }

    /// Adds one direction of a tour: one drive, or two with a break.
    private void append(List<PlannedDrive> drives, double from, double to, boolean outward) {
        double place = from;
        long rest = drives.isEmpty() ? 0 : stay;
        if (breaks(Math.abs(to - from), times.seconds(from, to))) {
            double services = exits.servicesNear((from + to) / 2);
            drives.add(planned(drives, place, services, rest, outward));
            place = services;
            rest = pause;
        }
        drives.add(planned(drives, place, to, rest, outward));
    }

    /// Plans a drive, after filling if the level would fall too low.
    private PlannedDrive planned(List<PlannedDrive> before, double from, double to, long rest, boolean outward) {
        double joules = Math.abs(to - from) * joulesPerMetre;
        double missing = before.isEmpty() ? vehicle.missingJoules(vehicle.homeLevel()) : before.getLast().missingJoules;
        boolean fills = missing + joules > vehicle.missingJoules(LEAST_LEVEL);
        long least = fills ? vehicle.fillingSeconds(missing) : 0;
        double full = fills ? Math.min(missing, vehicle.missingJoules(vehicle.filledLevel())) : missing;
        long seconds = (long) driveSeconds(times.seconds(from, to));
        return new PlannedDrive(from, to, Math.max(rest, least), fills, seconds, outward, full + joules);
    }

    /// Whether a drive needs a break because of its time or energy.
    private boolean breaks(double metres, double freeSeconds) {
        double most = (vehicle.filledLevel() - SPARE_LEVEL) * vehicle.capacityJoules();
        return freeSeconds > LONGEST_SECONDS || metres * joulesPerMetre > most;
    }

    private static double driveSeconds(double free) {
        return (1 + CONGESTION) * free + STOPPING_SECONDS;
    }

    /// A drive of the plan.
    ///
    /// @param rest before it [s]
    /// @param seconds its duration [s]
    /// @param missingJoules energy missing from full at its end
    private record PlannedDrive(
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
