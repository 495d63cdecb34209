package smartcity.demand;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import smartcity.road.Road;

/// The flow of vehicles that demand produces on the open road, by place and time of day.
///
/// [RoadLink] has the daily flows. The course of the day is chosen, as no figures were found for it. Each direction
/// carries half of the flow.
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
        RoadLink[] links = RoadLink.values();
        linkEnds = new double[links.length];
        vehiclesPerDay = new double[links.length];
        lorryShares = new double[links.length];
        for (int i = 0; i < links.length; i++) {
            linkEnds[i] = links[i].endMetres(road);
            vehiclesPerDay[i] = links[i].vehiclesPerDay();
            lorryShares[i] = links[i].lorryShare();
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
}
