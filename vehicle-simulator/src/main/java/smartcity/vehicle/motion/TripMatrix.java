package smartcity.vehicle.motion;

import java.time.Instant;
import smartcity.demand.TrafficDemand;

/// The number of journeys between each pair of junctions: of all matrices whose journeys add up to the counted flow
/// of every link, the most likely one.
///
/// Source: Van Zuylen and Willumsen, "The most likely trip matrix estimated from traffic counts",
/// Transportation Research B 14, 1980. All pairs of junctions start alike, except pairs near each other,
/// between which nobody uses this road. Both directions have the same number of journeys.
final class TripMatrix {
    /// Shortest journey on the road [m]; chosen.
    private static final double LEAST_METRES = 4_000;

    /// Sweeps over all links, after which the error of every link is below 0.1 %.
    private static final int SWEEPS = 400;

    private final double[][] journeys;

    TripMatrix(RoadExits exits, TrafficDemand demand) {
        int count = exits.count();
        journeys = new double[count][count];
        for (int from = 0; from < count; from++) {
            for (int to = from + 1; to < count; to++) {
                journeys[from][to] = exits.junction(to) - exits.junction(from) < LEAST_METRES ? 0 : 1;
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int link = 0; link + 1 < count; link++) {
                double middle = (exits.junction(link) + exits.junction(link + 1)) / 2;
                scale(link, demand.flowPerHour(middle, Instant.EPOCH) / flow(link));
            }
        }
        for (int from = 0; from < count; from++) {
            for (int to = from + 1; to < count; to++) {
                journeys[to][from] = journeys[from][to];
            }
        }
    }

    /// Journeys between two junctions, as a rate without a scale.
    double between(int from, int to) {
        return journeys[from][to];
    }

    /// Journeys over the link after a junction.
    private double flow(int link) {
        double flow = 0;
        for (int from = 0; from <= link; from++) {
            for (int to = link + 1; to < journeys.length; to++) {
                flow += journeys[from][to];
            }
        }
        return flow;
    }

    private void scale(int link, double factor) {
        for (int from = 0; from <= link; from++) {
            for (int to = link + 1; to < journeys.length; to++) {
                journeys[from][to] *= factor;
            }
        }
    }
}
