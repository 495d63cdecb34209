package smartcity.validation.fact;

import java.util.Arrays;
import java.util.Optional;
import smartcity.road.Road;

/// The links whose flow is counted. Source: Department for Transport, road traffic statistics, annual
/// average daily flows of 2024, both directions.
public enum CountedLink {
    J1A_J2("M40", "J1A", "M40", "J2", 127_857, 7.6),
    J3_J4("M40", "J3", "M40", "J4", 100_340, 6.5),
    J4_J5("M40", "J4", "M40", "J5", 97_857, 6.6),
    J8A_J9("M40", "J8A", "M40", "J9", 64_485, 10.6),
    J9_J10("M40", "J9", "M40", "J10", 108_452, 11.4),
    J11_J12("M40", "J11", "M40", "J12", 87_894, 12.3),
    J14_J15("M40", "J14", "M40", "J15", 102_904, 10.8),
    J16_M42("M40", "J16", "M42", "J3A", 105_188, 10.1);

    static final String SOURCE = "DfT, road traffic statistics 2024";

    private final String fromRoad;
    private final String from;
    private final String toRoad;
    private final String to;
    private final double vehiclesPerDay;
    private final double lorryPercent;

    CountedLink(String fromRoad, String from, String toRoad, String to, double vehiclesPerDay, double lorryPercent) {
        this.fromRoad = fromRoad;
        this.from = from;
        this.toRoad = toRoad;
        this.to = to;
        this.vehiclesPerDay = vehiclesPerDay;
        this.lorryPercent = lorryPercent;
    }

    /// Its name, such as `J9-J10`.
    public String title() {
        return name().replace('_', '-');
    }

    /// Annual average daily flow, both directions [vehicles/day].
    public double vehiclesPerDay() {
        return vehiclesPerDay;
    }

    /// Lorries among them [%].
    double lorryPercent() {
        return lorryPercent;
    }

    /// Chainage of its middle [m].
    double middle(Road road) {
        return (start(road) + end(road)) / 2;
    }

    /// The counted link at a chainage [m], if it is one.
    static Optional<CountedLink> at(Road road, double chainageMetres) {
        return Arrays.stream(values())
                .filter(link -> link.start(road) <= chainageMetres && chainageMetres < link.end(road))
                .findFirst();
    }

    private double start(Road road) {
        return road.junction(fromRoad, from).chainageMetres();
    }

    private double end(Road road) {
        return road.junction(toRoad, to).chainageMetres();
    }
}
