package smartcity.vehicle.traffic;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import smartcity.chance.Seed;
import smartcity.demand.TrafficDemand;
import smartcity.disturbance.Disturbances;
import smartcity.disturbance.RoadWeather;
import smartcity.event.Carriageway;
import smartcity.road.Road;

/// The state of all traffic by place, carriageway and time: a pure function of the seed and of the
/// disturbances.
///
/// The state at an instant depends on the weather and closures in effect at its minute and before. Apart from the
/// days that it caches (two for each carriageway, 5 MB each) the field has no state, so the sequence of reads does
/// not matter as long as the disturbances stay the same. Safe for use by several threads; the first read of a day
/// takes some tenths of a second.
public final class TrafficField {
    private final Disturbances disturbances;
    private final CarriagewayField northbound;
    private final CarriagewayField southbound;

    /// Traffic in fine weather with open lanes.
    public TrafficField(Seed seed, Road road) {
        this(seed, road, Disturbances.NONE);
    }

    public TrafficField(Seed seed, Road road, Disturbances disturbances) {
        this.disturbances = disturbances;
        TrafficDemand demand = new TrafficDemand(road);
        DemandFluctuation fluctuation = new DemandFluctuation(seed);
        northbound =
                new CarriagewayField(new RoadCells(road, demand, Carriageway.NORTHBOUND), fluctuation, disturbances);
        southbound =
                new CarriagewayField(new RoadCells(road, demand, Carriageway.SOUTHBOUND), fluctuation, disturbances);
    }

    /// The traffic at a place and time.
    ///
    /// @param chainageMetres 0 to the length of the road
    /// @param epochSecond seconds since 1970-01-01T00:00Z, with fraction
    public TrafficState stateAt(double chainageMetres, Carriageway carriageway, double epochSecond) {
        return lane(carriageway).stateAt(chainageMetres, epochSecond);
    }

    /// The speed of traffic of a given density at a place in fine weather, by the fundamental diagram [km/h].
    ///
    /// @param densityPerKm vehicles per kilometre, all lanes, 0 or more
    public double speedAtDensity(double chainageMetres, Carriageway carriageway, double densityPerKm) {
        RoadCells cells = lane(carriageway).cells;
        return cells.diagrams[cells.cellAt(chainageMetres)].speedAt(densityPerKm);
    }

    /// Distance to the next place ahead where all lanes are closed [m]; infinite without any.
    public double stopMetres(double chainageMetres, Carriageway carriageway, double epochSecond) {
        return lane(carriageway).dayAt(epochSecond).stopAhead(chainageMetres, epochSecond);
    }

    /// The weather that affects the traffic.
    public RoadWeather weatherAt(double chainageMetres, double epochSecond) {
        return disturbances.weatherAt(chainageMetres, Math.floorDiv((long) Math.floor(epochSecond), 60));
    }

    private CarriagewayField lane(Carriageway carriageway) {
        return switch (carriageway) {
            case NORTHBOUND -> northbound;
            case SOUTHBOUND -> southbound;
        };
    }

    /// One carriageway and the days that were computed last.
    private static final class CarriagewayField {
        private final RoadCells cells;
        private final DemandFluctuation fluctuation;
        private final Disturbances disturbances;

        /// The last day with even and the last with odd index, so that both days around midnight are cached.
        private final AtomicReferenceArray<@Nullable TrafficDay> days = new AtomicReferenceArray<>(2);

        CarriagewayField(RoadCells cells, DemandFluctuation fluctuation, Disturbances disturbances) {
            this.cells = cells;
            this.fluctuation = fluctuation;
            this.disturbances = disturbances;
        }

        TrafficState stateAt(double chainageMetres, double epochSecond) {
            TrafficDay day = dayAt(epochSecond);
            double place = cells.placeOf(chainageMetres);
            WeatherFactors weather = day.weatherAt(place, epochSecond);
            TrafficDay.LocalTraffic traffic = day.at(place, epochSecond);
            return new TrafficState(
                    traffic.densityPerKm(),
                    traffic.speedKmh(),
                    cells.freeSpeedAt(place) * weather.speed(),
                    cells.speedAtCapacityAt(place) * weather.speed(),
                    cells.criticalDensityAt(place) * (weather.capacity() / weather.speed()),
                    weather.speed());
        }

        private TrafficDay dayAt(double epochSecond) {
            long index = TrafficDay.indexAt(epochSecond);
            TrafficDay day = days.get((int) (index & 1));
            return day != null && day.index() == index && day.isComputedAt(epochSecond)
                    ? day
                    : compute(index, epochSecond);
        }

        private synchronized TrafficDay compute(long index, double epochSecond) {
            TrafficDay day = days.get((int) (index & 1));
            if (day == null || day.index() != index) {
                day = new TrafficDay(cells, fluctuation, disturbances, index);
                days.set((int) (index & 1), day);
            }
            day.computeTo(epochSecond);
            return day;
        }
    }
}
