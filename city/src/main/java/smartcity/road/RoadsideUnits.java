package smartcity.road;

import java.util.ArrayList;
import java.util.List;

/// The roadside units of the M40 from London to Birmingham, evenly spaced.
public final class RoadsideUnits {
    /// The only road with roadside units.
    private static final String ROAD = "M40";

    /// Half of the 75 to 80 cameras that the M40 has if National Highways' almost 4,000 cameras are spread evenly
    /// over its 4,517 miles. Source: National Highways, traffic camera figures.
    private static final int UNITS = 39;

    private final double fromMetres;
    private final double spacingMetres;
    private final List<RoadsideUnit> all;

    public RoadsideUnits(Road road) {
        fromMetres = road.junction(ROAD, "J1").chainageMetres();
        spacingMetres = (road.junction("M42", "J3A").chainageMetres() - fromMetres) / UNITS;
        List<RoadsideUnit> units = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            double chainage = fromMetres + (unit + 0.5) * spacingMetres;
            units.add(new RoadsideUnit("%s-%05.1f".formatted(ROAD, chainage / 1000), chainage));
        }
        all = List.copyOf(units);
    }

    /// All units, from London to Birmingham.
    public List<RoadsideUnit> all() {
        return all;
    }

    /// The unit nearest to a place on the road; for a place off the M40 the first or the last unit.
    public RoadsideUnit nearest(double chainageMetres) {
        return all.get(Math.clamp((long) Math.floor((chainageMetres - fromMetres) / spacingMetres), 0, UNITS - 1));
    }
}
