package smartcity.validation.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import smartcity.event.Carriageway;
import smartcity.road.Road;
import smartcity.validation.day.TimeSpan;
import smartcity.vehicle.traffic.TrafficField;

/// The flow of each counted link [vehicles/day].
///
/// @param perDay mean over a period, both directions
public record LinkFlows(Map<CountedLink, Double> perDay) {
    private static final Duration STEP = Duration.ofMinutes(10);

    /// The mean of four weeks stands for the year's: days differ by up to 8 % each, at random, which leaves
    /// 0.9 % of standard deviation.
    private static final double OF_FOUR_WEEKS = 0.03;

    public LinkFlows {
        perDay = Map.copyOf(perDay);
    }

    /// What passes the middle of each link.
    public static LinkFlows in(TrafficField traffic, Road road, TimeSpan period) {
        Map<CountedLink, Double> sums = new EnumMap<>(CountedLink.class);
        List<Instant> instants = period.every(STEP).toList();
        for (Instant instant : instants) {
            for (CountedLink link : CountedLink.values()) {
                double perHour = 0;
                for (Carriageway carriageway : Carriageway.values()) {
                    perHour += traffic.stateAt(link.middle(road), carriageway, (double) instant.getEpochSecond())
                            .flowPerHour();
                }
                sums.merge(link, perHour * 24 / instants.size(), Double::sum);
            }
        }
        return new LinkFlows(sums);
    }

    List<FactComparison> findings() {
        List<FactComparison> findings = new ArrayList<>();
        for (CountedLink link : CountedLink.values()) {
            findings.add(FactComparison.within(
                    OF_FOUR_WEEKS,
                    "Flow %s, mean of four weeks [vehicles/day]".formatted(link.title()),
                    link.vehiclesPerDay(),
                    CountedLink.SOURCE,
                    perDay.getOrDefault(link, 0.0)));
        }
        return findings;
    }
}
