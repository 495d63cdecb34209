package smartcity.validation.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import smartcity.demand.TrafficDemand;
import smartcity.event.Carriageway;
import smartcity.validation.day.CityDay;

/// How long the traffic takes from end to end.
///
/// @param meanMinutes mean over a day of both carriageways, weighted by how many set out
public record JourneyTimes(double meanMinutes) {
    private static final Duration BETWEEN_DEPARTURES = Duration.ofMinutes(20);

    /// Step of the integration of the speed along the way [s].
    private static final double STEP = 10;

    static JourneyTimes on(CityDay day) {
        double weighted = 0;
        double weights = 0;
        for (Instant departure : day.period().every(BETWEEN_DEPARTURES).toList()) {
            double weight = TrafficDemand.shareOfHour(departure);
            for (Carriageway carriageway : Carriageway.values()) {
                weighted += weight * minutes(day, carriageway, departure);
                weights += weight;
            }
        }
        return new JourneyTimes(weighted / weights);
    }

    private static double minutes(CityDay day, Carriageway carriageway, Instant departure) {
        double length = day.road().lengthMetres();
        double driven = 0;
        double seconds = 0;
        while (driven < length) {
            double chainage = carriageway == Carriageway.NORTHBOUND ? driven : length - driven;
            double speed = day.traffic()
                    .stateAt(chainage, carriageway, (double) departure.getEpochSecond() + seconds)
                    .speedKmh();
            driven += speed / 3.6 * STEP;
            seconds += STEP;
        }
        return seconds / 60;
    }

    List<FactComparison> findings() {
        return List.of(FactComparison.within(
                0.1,
                "Journey from end to end, mean of the day [min]",
                128,
                "DfT: 57.0 mph on strategic roads, 2023, over 196 km",
                meanMinutes));
    }
}
