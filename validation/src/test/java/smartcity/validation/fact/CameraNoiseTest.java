package smartcity.validation.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import smartcity.event.TrafficReport;
import smartcity.validation.SimulatedDay;
import smartcity.validation.day.CityDay;

/// What the cameras count beside the flow of the traffic field: vehicles come independently of each other.
@Tag("long")
class CameraNoiseTest {
    private static final double MINUTES_PER_HOUR = 60;
    private static final CityDay DAY = SimulatedDay.DAY;

    /// Counted and passing vehicles of a minute.
    private record Minute(double counted, double passing) {}

    @SuppressWarnings("NullAway.Init") // computed once for both tests
    private static List<Minute> minutes;

    @BeforeAll
    static void countOneMinuteOfEachHour() {
        minutes = CameraFlows.reports(DAY).stream()
                .map(report -> new Minute(report.flow().intensityPerHour() / MINUTES_PER_HOUR, passing(report)))
                .toList();
    }

    /// In the minute that the report ends, by the flow in its middle.
    private static double passing(TrafficReport report) {
        double middle = report.timestamp().toEpochMilli() / 1000.0 - 30;
        return DAY.traffic()
                        .stateAt(DAY.road().chainageNear(report.location()), report.carriageway(), middle)
                        .flowPerHour()
                / MINUTES_PER_HOUR;
    }

    @Test
    void theSumOfTheCountsIsTheFlowOfTheField() {
        double counted = minutes.stream().mapToDouble(Minute::counted).sum();
        double passing = minutes.stream().mapToDouble(Minute::passing).sum();

        assertThat(counted / passing).isCloseTo(1, within(0.01));
    }

    @Test
    void theVarianceOfTheCountsIsThatOfPoissonCounts() {
        double dispersion = minutes.stream()
                .filter(minute -> minute.passing() > 0)
                .mapToDouble(minute -> Math.pow(minute.counted() - minute.passing(), 2) / minute.passing())
                .average()
                .orElseThrow();

        assertThat(dispersion).isCloseTo(1, within(0.1));
    }
}
