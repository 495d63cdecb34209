package smartcity.demand;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import smartcity.road.Junction;
import smartcity.road.Road;

/// The flow of vehicles that demand produces on the open road, by place and time of day.
///
/// Daily flows on the M40 are the annual average daily flows of 2024, both directions, of the Department for
/// Transport (road traffic statistics, manual count points). Flows of unlisted links of the M40 are between those of
/// their neighbours; flows of the other roads and the course of the day are chosen, because no figures were found.
/// Each direction carries half of the flow.
public final class TrafficDemand {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    /// Share of the day's flow in each hour; chosen: two peaks of 8 % and a quiet night.
    private static final double[] SHARE_OF_HOUR = {
        0.007, 0.005, 0.004, 0.005, 0.009, 0.022, 0.052, 0.078, 0.080, 0.062, 0.053, 0.052,
        0.053, 0.054, 0.057, 0.066, 0.078, 0.080, 0.064, 0.044, 0.030, 0.021, 0.015, 0.009
    };

    private final double[] linkEnds;
    private final double[] vehiclesPerDay;
    private final double[] lorryShares;

    public TrafficDemand(Road road) {
        Link[] links = Link.values();
        linkEnds = new double[links.length];
        vehiclesPerDay = new double[links.length];
        lorryShares = new double[links.length];
        for (int i = 0; i < links.length; i++) {
            Junction end = road.junction(links[i].roadAtEnd, links[i].end);
            linkEnds[i] = end.chainageMetres();
            vehiclesPerDay[i] = links[i].vehiclesPerDay;
            lorryShares[i] = links[i].lorryShare;
        }
    }

    /// Flow of one carriageway [vehicles/h].
    public double flowPerHour(double chainageMetres, Instant time) {
        return vehiclesPerDay[linkAt(chainageMetres)] / 2 * shareOfHour(time);
    }

    /// Share of lorries in the flow, 0 to 1.
    public double lorryShare(double chainageMetres) {
        return lorryShares[linkAt(chainageMetres)];
    }

    /// Share of the day's flow in the hour around an instant; continuous, by the local time of London.
    public static double shareOfHour(Instant time) {
        ZonedDateTime local = time.atZone(LONDON);
        double sinceCentre = local.toLocalTime().toSecondOfDay() / 3600.0 - 0.5;
        int hour = Math.floorMod((int) Math.floor(sinceCentre), 24);
        double fraction = sinceCentre - Math.floor(sinceCentre);
        return SHARE_OF_HOUR[hour] * (1 - fraction) + SHARE_OF_HOUR[(hour + 1) % 24] * fraction;
    }

    private int linkAt(double chainageMetres) {
        int link = 0;
        while (link < linkEnds.length - 1 && linkEnds[link] <= chainageMetres) {
            link++;
        }
        return link;
    }

    /// A part of the road with constant daily flow, named by its Birmingham end.
    private enum Link {
        A40_INNER("A40", "Old Oak Road", 76_000, 0.03),
        A40_OUTER("M40", "J1 Denham", 88_000, 0.04),
        J1_J1A("M40", "J1A M25", 100_000, 0.06),
        J1A_J2("M40", "J2", 127_857, 0.076),
        J2_J3("M40", "J3", 114_000, 0.070),
        J3_J4("M40", "J4", 100_340, 0.065),
        J4_J5("M40", "J5", 97_857, 0.066),
        J5_J8A("M40", "J8A", 86_000, 0.080),
        J8A_J9("M40", "J9", 64_485, 0.106),
        J9_J10("M40", "J10", 108_452, 0.114),
        J10_J11("M40", "J11", 98_000, 0.119),
        J11_J12("M40", "J12", 87_894, 0.123),
        J12_J14("M40", "J14", 95_000, 0.115),
        J14_J15("M40", "J15", 102_904, 0.108),
        J15_J16("M40", "J16", 104_000, 0.105),
        J16_M42("M42", "J3A", 105_188, 0.101),
        M42("M6", "M42 J7", 120_000, 0.10),
        M6("A38(M)", "J6", 125_000, 0.12),
        A38M("A38(M)", "Birmingham", 70_000, 0.03);

        private final String roadAtEnd;
        private final String end;
        private final double vehiclesPerDay;
        private final double lorryShare;

        Link(String roadAtEnd, String end, double vehiclesPerDay, double lorryShare) {
            this.roadAtEnd = roadAtEnd;
            this.end = end;
            this.vehiclesPerDay = vehiclesPerDay;
            this.lorryShare = lorryShare;
        }
    }
}
