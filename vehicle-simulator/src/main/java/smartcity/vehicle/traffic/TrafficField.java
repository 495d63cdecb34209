package smartcity.vehicle.traffic;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import smartcity.chance.Seed;
import smartcity.demand.Demand;
import smartcity.event.Carriageway;
import smartcity.road.Road;

/// The state of all traffic by place, carriageway and time: a pure function of the seed.
///
/// Between the days it keeps (two for each carriageway, 5 MB each) it has no state, so whoever asks in whatever
/// order gets the same answer. Safe for use by several threads; the first question about a day takes some tenths of
/// a second.
public final class TrafficField {
    private final Lane northbound;
    private final Lane southbound;

    public TrafficField(Seed seed, Road road) {
        Demand demand = new Demand(road);
        Fluctuation fluctuation = new Fluctuation(seed);
        northbound = new Lane(new Cells(road, demand, Carriageway.NORTHBOUND), fluctuation);
        southbound = new Lane(new Cells(road, demand, Carriageway.SOUTHBOUND), fluctuation);
    }

    /// The traffic at a place and time.
    ///
    /// @param chainageMetres 0 to the length of the road
    /// @param epochSecond seconds since 1970-01-01T00:00Z, with fraction
    public TrafficState stateAt(double chainageMetres, Carriageway carriageway, double epochSecond) {
        return switch (carriageway) {
            case NORTHBOUND -> northbound.stateAt(chainageMetres, epochSecond);
            case SOUTHBOUND -> southbound.stateAt(chainageMetres, epochSecond);
        };
    }

    /// One carriageway and the days computed last.
    private static final class Lane {
        private final Cells cells;
        private final Fluctuation fluctuation;

        /// The days with even and with odd index: an instant's neighbours are in both.
        private final AtomicReferenceArray<@Nullable TrafficDay> days = new AtomicReferenceArray<>(2);

        Lane(Cells cells, Fluctuation fluctuation) {
            this.cells = cells;
            this.fluctuation = fluctuation;
        }

        TrafficState stateAt(double chainageMetres, double epochSecond) {
            TrafficDay day = dayAt(epochSecond);
            double place = cells.placeOf(chainageMetres);
            return new TrafficState(
                    day.densityAt(place, epochSecond),
                    day.speedAt(place, epochSecond),
                    cells.freeSpeedAt(place),
                    cells.speedAtCapacityAt(place),
                    cells.criticalDensityAt(place));
        }

        private TrafficDay dayAt(double epochSecond) {
            long index = TrafficDay.indexAt(epochSecond);
            TrafficDay day = days.get((int) (index & 1));
            return day != null && day.index() == index ? day : compute(index);
        }

        private synchronized TrafficDay compute(long index) {
            TrafficDay known = days.get((int) (index & 1));
            if (known != null && known.index() == index) {
                return known;
            }
            TrafficDay day = new TrafficDay(cells, fluctuation, index);
            days.set((int) (index & 1), day);
            return day;
        }
    }
}
