package smartcity.vehicle.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.event.FuelType;

class EnergyStoreTest {
    @Test
    void isDrawnOnEvenlyWithinASecond() {
        EnergyStore store = new EnergyStore(carWith(FuelType.PETROL));
        double before = store.missingOnRoad(0);

        store.drive(30, 0);

        double drawn = store.missingOnRoad(1) - before;
        assertThat(store.missingOnRoad(0)).isEqualTo(before);
        // 5 to 9 l for 100 km, 30 m of them.
        assertThat(drawn).isBetween(5 * 32.1e6 * 30 / 100_000, 9 * 32.1e6 * 30 / 100_000);
        assertThat(store.missingOnRoad(0.25) - before).isCloseTo(drawn / 4, within(1e-3));
        store.endSecond();
        assertThat(store.missingOnRoad(0)).isEqualTo(before + drawn);
    }

    /// Idling takes 5.5 kJ; what moves then has 2.5 to 4.5 kJ, of which the engine draws three times as much.
    @Test
    void settingOutCostsTheSpeedItGives() {
        EnergyStore store = new EnergyStore(carWith(FuelType.PETROL));

        store.drive(0, 2);

        assertThat(store.missingOnRoad(1) - store.missingOnRoad(0)).isBetween(12_000.0, 22_000.0);
    }

    /// Half of what braking from 25 m/s by 2.5 m/s2 gives is more than a second at an even speed takes, so the
    /// engine stays off.
    @Test
    void aHybridDrivesASecondOnWhatBrakingGaveInTheOneBefore() {
        Vehicle hybrid = carWith(FuelType.HYBRID);
        EnergyStore braked = new EnergyStore(hybrid);
        braked.drive(25, -2.5);
        braked.endSecond();
        EnergyStore even = new EnergyStore(hybrid);

        assertThat(drawnAt(22.5, braked)).isLessThan(1_000);
        assertThat(drawnAt(22.5, even)).isGreaterThan(20_000);
    }

    /// In a second at an even speed [J].
    private static double drawnAt(double speed, EnergyStore store) {
        store.drive(speed, 0);
        return store.missingOnRoad(1) - store.missingOnRoad(0);
    }

    private static Vehicle carWith(FuelType fuel) {
        return IntStream.range(0, 10_000)
                .mapToObj(index -> new Vehicle(new Seed(1), index))
                .filter(vehicle -> vehicle.vehicleClass() == VehicleClass.CAR && vehicle.fuel() == fuel)
                .findFirst()
                .orElseThrow();
    }
}
