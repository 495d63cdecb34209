package smartcity.demand;

import java.util.List;
import smartcity.road.Road;

/// The links of the road, from London to Birmingham without gaps, with their daily traffic.
///
/// Flows and lorry shares of the [#counted] links are those of 2024 of the Department for Transport (road traffic
/// statistics, manual count points); on the other links of the M40 they are between those of their neighbours, and on
/// the other roads they are chosen.
public enum RoadLink {
    A40_INNER("A40", "Old Oak Road", 76_000, 0.03, false),
    A40_OUTER("M40", "J1 Denham", 88_000, 0.04, false),
    J1_J1A("M40", "J1A M25", 100_000, 0.06, false),
    J1A_J2("M40", "J2", 127_857, 0.076, true),
    J2_J3("M40", "J3", 114_000, 0.070, false),
    J3_J4("M40", "J4", 100_340, 0.065, true),
    J4_J5("M40", "J5", 97_857, 0.066, true),
    J5_J8A("M40", "J8A", 86_000, 0.080, false),
    J8A_J9("M40", "J9", 64_485, 0.106, true),
    J9_J10("M40", "J10", 108_452, 0.114, true),
    J10_J11("M40", "J11", 98_000, 0.119, false),
    J11_J12("M40", "J12", 87_894, 0.123, true),
    J12_J14("M40", "J14", 95_000, 0.115, false),
    J14_J15("M40", "J15", 102_904, 0.108, true),
    J15_J16("M40", "J16", 104_000, 0.105, false),
    J16_M42("M42", "J3A", 105_188, 0.101, true),
    M42("M6", "M42 J7", 120_000, 0.10, false),
    M6("A38(M)", "J6", 125_000, 0.12, false),
    A38M("A38(M)", "Birmingham", 70_000, 0.03, false);

    /// The source of the counted links' figures.
    public static final String SOURCE = "DfT, road traffic statistics 2024";

    private static final List<RoadLink> ALL = List.of(values());
    private static final List<RoadLink> COUNTED =
            ALL.stream().filter(link -> link.counted).toList();

    private final String roadAtEnd;
    private final String end;
    private final double vehiclesPerDay;
    private final double lorryShare;
    private final boolean counted;

    RoadLink(String roadAtEnd, String end, double vehiclesPerDay, double lorryShare, boolean counted) {
        this.roadAtEnd = roadAtEnd;
        this.end = end;
        this.vehiclesPerDay = vehiclesPerDay;
        this.lorryShare = lorryShare;
        this.counted = counted;
    }

    /// The links whose figures are published, from London to Birmingham.
    public static List<RoadLink> counted() {
        return COUNTED;
    }

    /// The name as people write it, such as `J9-J10`.
    public String title() {
        return name().replace('_', '-');
    }

    /// Annual average daily flow, both directions [vehicles/day].
    public double vehiclesPerDay() {
        return vehiclesPerDay;
    }

    /// Share of lorries in the flow, 0 to 1.
    public double lorryShare() {
        return lorryShare;
    }

    /// Chainage of the London end [m].
    public double startMetres(Road road) {
        int index = ALL.indexOf(this);
        return index == 0 ? 0 : ALL.get(index - 1).endMetres(road);
    }

    /// Chainage of the Birmingham end [m].
    public double endMetres(Road road) {
        return road.junction(roadAtEnd, end).chainageMetres();
    }

    /// Chainage of the middle [m].
    public double middleMetres(Road road) {
        return (startMetres(road) + endMetres(road)) / 2;
    }
}
