package smartcity.bench.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smartcity.bench.drain.DrainMeasurement;

/// All measurements of a run, in the order they were made.
public final class DrainResults {
    /// The contender that the others are compared with.
    public static final String SINK = "sink";

    private final List<DrainMeasurement> all = new ArrayList<>();

    public void add(DrainMeasurement measurement) {
        all.add(measurement);
    }

    public List<DrainMeasurement> all() {
        return Collections.unmodifiableList(all);
    }

    /// Names of those that have finished at least one drain, in the order they first did.
    List<String> contenders() {
        return all.stream().map(DrainMeasurement::contender).distinct().toList();
    }

    /// The median of a figure over the rounds of one contender; empty if no round has it.
    OptionalDouble median(String contender, Function<DrainMeasurement, @Nullable Double> figure) {
        return median(of(contender).stream()
                .map(figure)
                .filter(Objects::nonNull)
                .mapToDouble(value -> value)
                .toArray());
    }

    /// The median over the rounds of what the sink did divided by what `contender` did in the same round.
    OptionalDouble sinkTimes(String contender, Function<DrainMeasurement, Double> figure) {
        return median(of(SINK).stream()
                .flatMap(sink ->
                        inRound(contender, sink.round())
                                .map(other -> figure.apply(sink) / figure.apply(other))
                                .stream())
                .mapToDouble(ratio -> ratio)
                .toArray());
    }

    private Optional<DrainMeasurement> inRound(String contender, int round) {
        return of(contender).stream()
                .filter(measurement -> measurement.round() == round)
                .findFirst();
    }

    private List<DrainMeasurement> of(String contender) {
        return all.stream()
                .filter(measurement -> measurement.contender().equals(contender))
                .toList();
    }

    static OptionalDouble median(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length == 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2);
    }
}
