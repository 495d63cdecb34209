package smartcity.validation.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.demand.RoadLink;
import smartcity.event.Carriageway;
import smartcity.road.Road;
import smartcity.validation.day.TimePeriod;
import smartcity.vehicle.traffic.TrafficField;

/// The traffic field carries the demand from which it is made.
class FieldFlowsTest {
    /// Days differ by up to 8 % each, at random, which leaves a mean of four weeks 0.9 % of standard deviation.
    private static final double TOLERANCE = 0.03;

    private static final TimePeriod WEEKS = new TimePeriod(
            TimePeriod.day("2026-11-02").from(), TimePeriod.day("2026-11-29").until());

    @Test
    @Tag("long")
    void fourWeeksOfTheFieldHaveTheDailyFlowsOfTheCountedLinks() {
        Road road = Road.londonToBirmingham();
        TrafficField traffic = new TrafficField(new Seed(1), road);
        List<Instant> instants = WEEKS.every(Duration.ofMinutes(10)).toList();

        Map<RoadLink, Double> perDay = new EnumMap<>(RoadLink.class);
        for (Instant instant : instants) {
            for (RoadLink link : RoadLink.counted()) {
                for (Carriageway carriageway : Carriageway.values()) {
                    double perHour = traffic.stateAt(
                                    link.middleMetres(road), carriageway, (double) instant.getEpochSecond())
                            .flowPerHour();
                    perDay.merge(link, perHour * 24 / instants.size(), Double::sum);
                }
            }
        }

        assertThat(perDay)
                .hasSize(RoadLink.counted().size())
                .allSatisfy((link, flow) -> assertThat(flow / link.vehiclesPerDay())
                        .as(link.title())
                        .isCloseTo(1, within(TOLERANCE)));
    }
}
