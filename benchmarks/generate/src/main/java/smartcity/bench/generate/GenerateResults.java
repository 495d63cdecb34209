package smartcity.bench.generate;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// The figures of a run.
///
/// @param period simulated time of a delivery of the simulator
/// @param meanBytes of an event in JSON
/// @param updates world updates of one thread, a round each
/// @param encodings of one thread, a round each
/// @param deliveries of all contenders and rounds
record GenerateResults(
        Duration period,
        double meanBytes,
        List<ThreadRate> updates,
        List<ThreadRate> encodings,
        List<DeliveryMeasurement> deliveries) {
    GenerateResults {
        updates = List.copyOf(updates);
        encodings = List.copyOf(encodings);
        deliveries = List.copyOf(deliveries);
    }

    /// World updates a second, median of the rounds.
    double updatesPerSecond() {
        return median(updates.stream().mapToDouble(ThreadRate::perSecond).toArray());
    }

    /// Events turned to JSON a second, median of the rounds.
    double encodingsPerSecond() {
        return median(encodings.stream().mapToDouble(ThreadRate::perSecond).toArray());
    }

    /// Median of a figure over the rounds of a contender.
    double median(String contender, ToDoubleFunction<DeliveryMeasurement> figure) {
        return median(deliveries.stream()
                .filter(delivery -> delivery.contender().equals(contender))
                .mapToDouble(figure)
                .toArray());
    }

    /// What the simulator did divided by what the tool did in the same round: the median over the rounds.
    double ratio(ToDoubleFunction<DeliveryMeasurement> figure) {
        return median(deliveries.stream()
                .filter(delivery -> delivery.contender().equals(SimulatorContender.NAME))
                .flatMap(ours ->
                        toolIn(ours.round())
                                .map(tool -> figure.applyAsDouble(ours) / figure.applyAsDouble(tool))
                                .stream())
                .mapToDouble(ratio -> ratio)
                .toArray());
    }

    /// Simulated seconds of the whole fleet in a real one; median of the rounds.
    double timesRealTime() {
        return median(SimulatorContender.NAME, delivery -> period.toSeconds() / delivery.seconds());
    }

    private Optional<DeliveryMeasurement> toolIn(int round) {
        return deliveries.stream()
                .filter(delivery ->
                        delivery.contender().equals(ProducerToolContender.NAME) && delivery.round() == round)
                .findFirst();
    }

    private static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
