package smartcity.vehicle.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.event.TrafficFlow;
import smartcity.vehicle.traffic.TrafficState;

class TrafficCounterTest {
    private static final TrafficState FREE = new TrafficState(30, 100, 108, 82, 70, 1);

    /// 3,000 vehicles/h are 50 a minute; a Poisson count has the variance of its mean. 10,000 minutes: three
    /// deviations of sampling are 0.2 and 2.1.
    @Test
    void countsWhatPassesWithPoissonNoise() {
        double sum = 0;
        double squares = 0;
        for (int minute = 0; minute < 10_000; minute++) {
            double count =
                    TrafficCounter.measure(FREE, 3, 0.1, new Seed(minute)).intensityPerHour() / 60;
            sum += count;
            squares += count * count;
        }

        double mean = sum / 10_000;
        assertThat(mean).isCloseTo(50, within(0.22));
        assertThat(squares / 10_000 - mean * mean).isCloseTo(50, within(2.2));
    }

    @Test
    void figuresOfAReportAgree() {
        for (int minute = 0; minute < 1_000; minute++) {
            TrafficFlow flow = TrafficCounter.measure(FREE, 3, 0.1, new Seed(minute));

            assertThat(flow.densityPerKm() * flow.averageSpeedKmh())
                    .as("minute %s", minute)
                    .isCloseTo(flow.intensityPerHour(), within(1e-6));
            // mean length 0.1 x 12 m + 0.9 x 4.6 m, and 2 m of loop: 7.34 m
            assertThat(flow.occupancy())
                    .as("minute %s", minute)
                    .isCloseTo(flow.densityPerKm() / 3 * 0.00734, within(1e-9));
            assertThat(flow.averageSpeedKmh()).as("minute %s", minute).isBetween(85.0, 115.0);
        }
    }

    @Test
    void aMinuteWithoutVehiclesShowsTheFreeSpeed() {
        TrafficFlow flow = TrafficCounter.measure(new TrafficState(0, 108, 108, 82, 70, 1), 3, 0.1, new Seed(1));

        assertThat(flow).isEqualTo(new TrafficFlow(0, 108, 0, 0, false));
    }

    @Test
    void denserThanCriticalIsCongested() {
        TrafficState queue = new TrafficState(180, 20, 108, 82, 70, 1);

        TrafficFlow flow = TrafficCounter.measure(queue, 3, 0.1, new Seed(1));

        assertThat(flow.congested()).isTrue();
        assertThat(flow.averageSpeedKmh()).isBetween(17.0, 23.0);
    }
}
