package smartcity.vehicle.motion;

import smartcity.chance.Seed;
import smartcity.demand.TrafficDemand;
import smartcity.road.Road;

/// The journeys of the vehicles: from a home junction to several others and back, one after the other, drawn so that
/// the fleet's kilometres are distributed over the road like the counted flows.
///
/// A vehicle repeats its shift, so the weight of a tour in the fleet's kilometres is inverse to the length of its
/// shift. Therefore home and one destination are drawn by journeys times what they add to that length, the other
/// destinations by journeys alone: the mean over the fleet of kilometres on a link per time is then in proportion to
/// the journeys over the link, except for the rests in which some vehicles recharge.
final class FleetJourneys {
    /// The golden ratio's fraction, whose multiples spread evenly over [0, 1) for fleets of any size.
    private static final double GOLDEN_FRACTION = 0.6180339887498949;

    private final RoadExits exits;
    private final TripMatrix matrix;
    private final SpeedLimits limits;
    private final double shift;

    /// @param limits of either carriageway
    /// @param shift 0 <= s < 1, the same for the whole fleet
    FleetJourneys(Road road, RoadExits exits, SpeedLimits limits, double shift) {
        this.exits = exits;
        matrix = new TripMatrix(exits, new TrafficDemand(road));
        this.limits = limits;
        this.shift = shift;
    }

    ShiftTimetable timetableOf(Vehicle vehicle) {
        Seed seed = vehicle.seed().of("journeys");
        ShiftPlan plan = new ShiftPlan(vehicle, exits, limits);
        int pair = pair(plan, seed.of("first").uniform());
        int home = pair / exits.count();
        double[] destinations = new double[ShiftPlan.TOURS];
        for (int tour = 0; tour < destinations.length; tour++) {
            destinations[tour] = exits.junction(destination(home, seed.of(tour).uniform()));
        }
        int drawn = (int) (seed.of("tour").uniform() * destinations.length);
        destinations[drawn] = exits.junction(pair % exits.count());
        return plan.timetable(exits.junction(home), destinations, (shift + vehicle.index() * GOLDEN_FRACTION) % 1);
    }

    /// Home and a destination, as home x number of exits + destination.
    private int pair(ShiftPlan plan, double place) {
        int count = exits.count();
        double[] sums = new double[count * count];
        double total = 0;
        for (int pair = 0; pair < sums.length; pair++) {
            double journeys = matrix.between(pair / count, pair % count);
            total += journeys == 0 ? 0 : journeys * plan.shareOfShift(pair / count, pair % count);
            sums[pair] = total;
        }
        return indexAt(sums, place);
    }

    private int destination(int home, double place) {
        double[] sums = new double[exits.count()];
        double total = 0;
        for (int to = 0; to < sums.length; to++) {
            total += matrix.between(home, to);
            sums[to] = total;
        }
        return indexAt(sums, place);
    }

    private static int indexAt(double[] sums, double place) {
        double wanted = place * sums[sums.length - 1];
        int index = 0;
        while (index < sums.length - 1 && sums[index] <= wanted) {
            index++;
        }
        return index;
    }
}
