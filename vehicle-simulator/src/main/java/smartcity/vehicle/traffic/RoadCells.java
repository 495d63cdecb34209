package smartcity.vehicle.traffic;

import java.time.Instant;
import java.util.Arrays;
import smartcity.demand.TrafficDemand;
import smartcity.event.Carriageway;
import smartcity.road.Road;
import smartcity.road.RoadSection;

/// One carriageway, divided into cells of equal length in the direction of travel, each with its fundamental
/// diagram.
final class RoadCells {
    /// Length of a cell [m]; chosen: short enough for the ends of queues, long enough for few steps a day.
    private static final double LENGTH_METRES = 500;

    /// Maximum realistic flow of a motorway lane without lorries [vehicles/h]. Source: COBA manual (DMRB
    /// volume 13, section 1), part 5, chapter 3.
    private static final double MOTORWAY_LANE = 2330;

    /// The same of an all-purpose dual carriageway [vehicles/h], same source.
    private static final double ALL_PURPOSE_LANE = 2100;

    /// Share by which each per cent of lorries lowers the flow, same source.
    private static final double LORRY_EFFECT = 0.015;

    /// Share of green time of the traffic lights on the 40 mph part of the A40; chosen.
    private static final double GREEN_SHARE = 0.75;

    /// Highest limit of a road with traffic lights [km/h].
    private static final double URBAN_LIMIT_KMH = 65;

    /// Share of the capacity that remains where a lane ends and traffic merges. Source: Highway Capacity
    /// Manual, 6th edition, chapter 10: a queue's discharge is 7 % below the capacity before breakdown.
    private static final double MERGING = 0.93;

    /// Speed at capacity by free speed: 53.3 of 70 mph. Source: Highway Capacity Manual, 6th edition, 2016,
    /// exhibit 12-6: 2,400 passenger cars/h/lane at 45 passenger cars/mile/lane.
    private static final double SPEED_AT_CAPACITY = 53.3 / 70;

    /// Passenger cars per kilometre and lane at standstill: 190 a mile. Source: Highway Capacity Manual, 6th
    /// edition, chapter 25.
    private static final double JAM_DENSITY_OF_LANE = 190 / 1.609344;

    final Carriageway carriageway;
    final double lengthKm;
    final FundamentalDiagram[] diagrams;
    private final double[] freeSpeeds;
    private final double[] speedsAtCapacity;
    private final double[] criticalDensities;
    private final double[] vehiclesPerDay;

    RoadCells(Road road, TrafficDemand demand, Carriageway carriageway) {
        this.carriageway = carriageway;
        int count = (int) Math.round(road.lengthMetres() / LENGTH_METRES);
        lengthKm = road.lengthMetres() / count / 1000;
        diagrams = new FundamentalDiagram[count];
        vehiclesPerDay = new double[count];
        int lanes = 0;
        for (int cell = 0; cell < count; cell++) {
            double fromStart = (cell + 0.5) / count * road.lengthMetres();
            double chainage = switch (carriageway) {
                case NORTHBOUND -> fromStart;
                case SOUTHBOUND -> road.lengthMetres() - fromStart;
            };
            vehiclesPerDay[cell] =
                    demand.flowPerHour(chainage, Instant.EPOCH) / TrafficDemand.shareOfHour(Instant.EPOCH);
            RoadSection section = road.sectionAt(chainage);
            double merging = section.lanes() < lanes ? MERGING : 1;
            diagrams[cell] = diagram(section, demand.lorryShare(chainage), merging);
            lanes = section.lanes();
        }
        freeSpeeds = Arrays.stream(diagrams)
                .mapToDouble(FundamentalDiagram::freeSpeedKmh)
                .toArray();
        speedsAtCapacity = Arrays.stream(diagrams)
                .mapToDouble(FundamentalDiagram::speedAtCapacityKmh)
                .toArray();
        criticalDensities = Arrays.stream(diagrams)
                .mapToDouble(FundamentalDiagram::criticalDensityPerKm)
                .toArray();
    }

    int count() {
        return diagrams.length;
    }

    /// Demand on a cell when the hour carries this share of the day's flow [vehicles/h].
    double demandPerHour(int cell, double shareOfHour) {
        return vehiclesPerDay[cell] * shareOfHour;
    }

    double freeSpeed(int cell) {
        return freeSpeeds[cell];
    }

    double freeSpeedAt(double place) {
        return between(freeSpeeds, place);
    }

    double speedAtCapacityAt(double place) {
        return between(speedsAtCapacity, place);
    }

    double criticalDensityAt(double place) {
        return between(criticalDensities, place);
    }

    private double between(double[] values, double place) {
        int cell = Math.min((int) place, values.length - 2);
        return values[cell] + (place - cell) * (values[cell + 1] - values[cell]);
    }

    /// Cell and share of the way from its centre to the next cell's, 0 to the number of cells - 1.
    double placeOf(double chainageMetres) {
        return Math.clamp(kmFromStart(chainageMetres) / lengthKm - 0.5, 0, count() - 1.0);
    }

    /// The cell that contains a chainage.
    int cellAt(double chainageMetres) {
        return Math.clamp((int) (kmFromStart(chainageMetres) / lengthKm), 0, count() - 1);
    }

    /// Distance from the beginning of the carriageway [km].
    double kmFromStart(double chainageMetres) {
        double km = chainageMetres / 1000;
        return switch (carriageway) {
            case NORTHBOUND -> km;
            case SOUTHBOUND -> count() * lengthKm - km;
        };
    }

    /// Chainage of a place in the terms of [#placeOf] [m].
    double chainageOf(double place) {
        double km = (place + 0.5) * lengthKm;
        return 1000
                * switch (carriageway) {
                    case NORTHBOUND -> km;
                    case SOUTHBOUND -> count() * lengthKm - km;
                };
    }

    private static FundamentalDiagram diagram(RoadSection section, double lorryShare, double merging) {
        double lorryEffect = 1 + LORRY_EFFECT * lorryShare * 100;
        double lane = section.road().contains("M") ? MOTORWAY_LANE : ALL_PURPOSE_LANE;
        double passing = section.limitKmh() < URBAN_LIMIT_KMH ? GREEN_SHARE : 1;
        double free = FreeSpeed.ofMixKmh(section.limitKmh(), lorryShare);
        return new FundamentalDiagram(
                free,
                free * SPEED_AT_CAPACITY,
                section.lanes() * lane * passing * merging / lorryEffect,
                section.lanes() * JAM_DENSITY_OF_LANE / lorryEffect);
    }
}
