package smartcity.vehicle.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.road.Road;
import smartcity.vehicle.traffic.TrafficField;

class LogbookTest {
    private static final Road ROAD = Road.londonToBirmingham();
    private static final Instant MORNING = Instant.parse("2026-11-23T03:00:00Z");

    private final Seed seed = new Seed(5);
    private final Routes routes = new Routes(seed, ROAD, new TrafficField(seed, ROAD));

    /// Forty vehicles over a day, minute by minute: over the end of each shift too.
    @Test
    void odometerGrowsByTheDistanceDriven() {
        for (int index = 0; index < 40; index++) {
            Vehicle vehicle = new Vehicle(seed, index);
            Drive drive = new Drive(vehicle, routes, MORNING);
            Logbook logbook = new Logbook(vehicle, drive);
            DriveState before = drive.at(micros(0));
            double driven = 0;
            double first = logbook.odometerKm(before);
            for (int second = 1; second < 40_000; second++) {
                DriveState now = drive.at(micros(second));
                driven += Math.abs(now.chainageMetres() - before.chainageMetres()) / 1000;
                before = now;
            }

            assertThat(logbook.odometerKm(before) - first).isCloseTo(driven, within(0.1));
        }
    }

    @Test
    void levelFallsOnTheRoadRisesAtRestAndNobodyRunsDry() {
        int risen = 0;
        double lowest = 1;
        for (int index = 0; index < 400; index++) {
            Vehicle vehicle = new Vehicle(seed, index);
            Drive drive = new Drive(vehicle, routes, MORNING);
            Logbook logbook = new Logbook(vehicle, drive);
            DriveState before = drive.at(micros(0));
            for (int second = 20; second < 40_000; second += 20) {
                DriveState state = drive.at(micros(second));
                double level = logbook.energyLevel(state);
                if (level > logbook.energyLevel(before)) {
                    assertThat(before.parked()).isTrue();
                    risen++;
                }
                lowest = Math.min(lowest, level);
                before = state;
            }
        }
        assertThat(lowest).isBetween(0.09, 0.3);
        assertThat(risen).isGreaterThan(400);
    }

    /// By the form of the cost, worked out by hand: (0.4 + 0.6 x (88/110)^2) and (0.4 + 0.6 x (132/110)^2).
    @Test
    void aKilometreCostsMoreTheFasterItIsDriven() {
        Consumption car = Consumption.of(VehicleClass.CAR);

        assertThat(car.at(110)).isCloseTo(1, within(1e-12));
        assertThat(car.at(88)).isCloseTo(0.784, within(1e-12));
        assertThat(car.at(132)).isCloseTo(1.264, within(1e-12));
    }

    private static long micros(long sinceThree) {
        return (MORNING.getEpochSecond() + sinceThree) * 1_000_000;
    }
}
