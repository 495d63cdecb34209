package smartcity.vehicle.traffic;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smartcity.disturbance.Disturbances;
import smartcity.disturbance.LaneClosure;

/// Weather and closures along one carriageway over one day. Each minute uses the disturbances in effect when it
/// begins.
final class RoadConditions {
    /// Cells between two places at which the weather is read; between them it is linear. Chosen: 5 km, half of the
    /// distance between neighbouring stations.
    private static final int CELLS_BETWEEN_SAMPLES = 10;

    private final RoadCells cells;
    private final Disturbances disturbances;
    private final long startMinute;
    private final double[] samples;
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
    private final int[] @Nullable [] edges;

    /// @param startMinute of the day, since 1970-01-01T00:00Z
    /// @param minutes of the day
    RoadConditions(RoadCells cells, Disturbances disturbances, long startMinute, int minutes) {
        this.cells = cells;
        this.disturbances = disturbances;
        this.startMinute = startMinute;
        samples = new double[2 + (cells.count() - 2) / CELLS_BETWEEN_SAMPLES];
        spacing = (cells.count() - 1.0) / (samples.length - 1);
        Arrays.setAll(samples, sample -> cells.chainageOf(sample * spacing));
        fine = new boolean[minutes + 1];
        diagrams = cells.diagrams.clone();
        ones = new float[samples.length];
        Arrays.fill(ones, 1);
        speedFactors = new double[cells.count()];
        Arrays.fill(speedFactors, 1);
        capacityFactors = speedFactors.clone();
        limits = new double[cells.count() + 1];
        speeds = new float[minutes + 1][];
        capacities = new float[minutes + 1][];
        stops = new double[minutes + 1][];
        edges = new int[minutes + 1][];
    }

    /// Reads the disturbances in effect at a minute of the day, and keeps them for reads of the minute that follows.
    void begin(int minute) {
        float[] speed = new float[samples.length];
        float[] capacity = new float[samples.length];
        for (int sample = 0; sample < samples.length; sample++) {
            WeatherFactors factors = WeatherFactors.of(disturbances.weatherAt(samples[sample], startMinute + minute));
            speed[sample] = (float) factors.speed();
            capacity[sample] = (float) factors.capacity();
        }
        for (int cell = 0; cell < diagrams.length; cell++) {
            applyWeather(cell, between(speed, cell), between(capacity, cell));
        }
        List<LaneClosure> closures = disturbances.closuresAt(cells.carriageway, startMinute + minute);
        applyLimits(closures);
        if (minute + 1 >= 0 && minute + 1 < speeds.length) {
            speeds[minute + 1] = speed;
            capacities[minute + 1] = capacity;
            fine[minute + 1] = Arrays.equals(speed, ones) && Arrays.equals(capacity, ones);
            edges[minute + 1] = closures.stream()
                    .mapToInt(this::boundary)
                    .distinct()
                    .sorted()
                    .toArray();
            stops[minute + 1] = closures.stream()
                    .filter(closure -> Bottleneck.shareLeft(closure) == 0)
                    .mapToDouble(closure -> boundary(closure) * cells.lengthKm * 1000)
                    .sorted()
                    .toArray();
        }
    }

    private void applyWeather(int cell, double speedFactor, double capacityFactor) {
        if (speedFactor != speedFactors[cell] || capacityFactor != capacityFactors[cell]) {
            speedFactors[cell] = speedFactor;
            capacityFactors[cell] = capacityFactor;
            diagrams[cell] = cells.diagrams[cell].in(new WeatherFactors(speedFactor, capacityFactor));
        }
    }

    private void applyLimits(List<LaneClosure> closures) {
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

    /// A cell's diagram in the current minute.
    FundamentalDiagram diagram(int cell) {
        return diagrams[cell];
    }

    /// Greatest flow that closures leave at the upstream boundary of a cell in the current minute
    /// [vehicles/h]; infinite without any.
    double limit(int boundary) {
        return limits[boundary];
    }

    /// Whether a closure parts the traffic upstream of a boundary from the traffic downstream of it.
    ///
    /// @param boundary the upstream one of a cell
    /// @param minute of the day, not after the current one
    boolean isParted(int boundary, int minute) {
        int[] closed = edges[minute + 1];
        return closed != null && closed.length > 0 && Arrays.binarySearch(closed, boundary) >= 0;
    }

    /// The effect of the weather on the traffic at a place.
    ///
    /// @param place cell and share of the way to the next cell's centre
    /// @param minutes since the beginning of the day, not after the current minute
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
        int sample = Math.min((int) (place / spacing), values.length - 2);
        return values[sample] + (place / spacing - sample) * (values[sample + 1] - values[sample]);
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
