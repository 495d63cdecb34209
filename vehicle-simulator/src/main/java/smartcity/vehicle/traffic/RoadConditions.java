package smartcity.vehicle.traffic;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smartcity.disturbance.Disturbances;
import smartcity.disturbance.LaneClosure;

/// Weather and closures along one carriageway over one day, as its traffic feels them: minute by minute, each
/// begun with what is known of it then.
final class RoadConditions {
    /// Cells from one place at which the weather is looked up to the next; between them it is linear. Chosen:
    /// 5 km, half the distance of neighbouring stations.
    private static final int CELLS_BETWEEN_LOOKS = 10;

    private final RoadCells cells;
    private final Disturbances disturbances;
    private final long startMinute;
    private final double[] looks;
    private final boolean[] fine;
    private final double spacing;
    private final FundamentalDiagram[] diagrams;
    private final float[] ones;
    private final double[] speedFactors;
    private final double[] capacityFactors;
    private final double[] limits;
    private final float[][] speeds;
    private final float[][] capacities;
    private final double[] @Nullable [] stops;

    /// @param startMinute of the day, since 1970-01-01T00:00Z
    /// @param minutes of the day
    RoadConditions(RoadCells cells, Disturbances disturbances, long startMinute, int minutes) {
        this.cells = cells;
        this.disturbances = disturbances;
        this.startMinute = startMinute;
        looks = new double[2 + (cells.count() - 2) / CELLS_BETWEEN_LOOKS];
        spacing = (cells.count() - 1.0) / (looks.length - 1);
        Arrays.setAll(looks, look -> cells.chainageOf(look * spacing));
        fine = new boolean[minutes + 1];
        diagrams = cells.diagrams.clone();
        ones = new float[looks.length];
        Arrays.fill(ones, 1);
        speedFactors = new double[cells.count()];
        Arrays.fill(speedFactors, 1);
        capacityFactors = speedFactors.clone();
        limits = new double[cells.count() + 1];
        speeds = new float[minutes + 1][];
        capacities = new float[minutes + 1][];
        stops = new double[minutes + 1][];
    }

    /// Takes up what is known at a minute of the day, and keeps it for those who ask about the minute that
    /// follows.
    void begin(int minute) {
        float[] speed = new float[looks.length];
        float[] capacity = new float[looks.length];
        for (int look = 0; look < looks.length; look++) {
            WeatherFactors factors = WeatherFactors.of(disturbances.weatherAt(looks[look], startMinute + minute));
            speed[look] = (float) factors.speed();
            capacity[look] = (float) factors.capacity();
        }
        for (int cell = 0; cell < diagrams.length; cell++) {
            feel(cell, between(speed, cell), between(capacity, cell));
        }
        List<LaneClosure> closures = disturbances.closuresAt(cells.carriageway, startMinute + minute);
        limit(closures);
        if (minute + 1 >= 0 && minute + 1 < speeds.length) {
            speeds[minute + 1] = speed;
            capacities[minute + 1] = capacity;
            fine[minute + 1] = Arrays.equals(speed, ones) && Arrays.equals(capacity, ones);
            stops[minute + 1] = closures.stream()
                    .filter(closure -> Bottleneck.shareLeft(closure) == 0)
                    .mapToDouble(closure -> boundary(closure) * cells.lengthKm * 1000)
                    .sorted()
                    .toArray();
        }
    }

    private void feel(int cell, double speedFactor, double capacityFactor) {
        if (speedFactor != speedFactors[cell] || capacityFactor != capacityFactors[cell]) {
            speedFactors[cell] = speedFactor;
            capacityFactors[cell] = capacityFactor;
            diagrams[cell] = cells.diagrams[cell].in(new WeatherFactors(speedFactor, capacityFactor));
        }
    }

    private void limit(List<LaneClosure> closures) {
        Arrays.fill(limits, Double.POSITIVE_INFINITY);
        for (LaneClosure closure : closures) {
            double capacity = diagrams[cells.cellAt(closure.chainageMetres())].capacityPerHour();
            int boundary = boundary(closure);
            limits[boundary] = Math.min(limits[boundary], Bottleneck.shareLeft(closure) * capacity);
        }
    }

    /// The boundary between two cells that is nearest to a closure; never the beginning of the road.
    private int boundary(LaneClosure closure) {
        return Math.max(1, (int) Math.round(cells.kmFromStart(closure.chainageMetres()) / cells.lengthKm));
    }

    /// A cell's diagram in the minute begun last.
    FundamentalDiagram diagram(int cell) {
        return diagrams[cell];
    }

    /// Greatest flow that closures leave at the upstream boundary of a cell in the minute begun last
    /// [vehicles/h]; infinite without any.
    double limit(int boundary) {
        return limits[boundary];
    }

    /// What the weather does to the traffic at a place.
    ///
    /// @param place cell and share of the way to the next cell's centre
    /// @param minutes since the beginning of the day, in or before the minute begun last
    WeatherFactors factorsAt(double place, double minutes) {
        int minute = Math.min((int) minutes, speeds.length - 2);
        if (fine[minute] && fine[minute + 1]) {
            return WeatherFactors.FINE;
        }
        double share = minutes - minute;
        return new WeatherFactors(
                between(speeds[minute], speeds[minute + 1], share, place),
                between(capacities[minute], capacities[minute + 1], share, place));
    }

    private double between(float[] before, float[] after, double share, double place) {
        double from = between(before, place);
        return from + share * (between(after, place) - from);
    }

    private double between(float[] values, double place) {
        int look = Math.min((int) (place / spacing), values.length - 2);
        return values[look] + (place / spacing - look) * (values[look + 1] - values[look]);
    }

    /// Distance to the next place ahead where all lanes are closed [m]; infinite without any.
    ///
    /// @param metres from the beginning of the carriageway
    /// @param minutes as above
    double stopAhead(double metres, double minutes) {
        int minute = Math.min((int) minutes, stops.length - 2);
        double[] standing = stops[minute + 1];
        if (standing != null) {
            for (double stop : standing) {
                if (stop >= metres) {
                    return stop - metres;
                }
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
