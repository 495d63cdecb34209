package smartcity.vehicle.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.chance.Seed;
import smartcity.event.FuelType;
import smartcity.event.VehicleType;

class VehicleTest {
    private static final int COUNT = 40_000;

    private final List<Vehicle> fleet = IntStream.range(0, COUNT)
            .mapToObj(index -> new Vehicle(new Seed(5), index))
            .toList();

    /// Shares by the Department for Transport, M40 J9-J10; tolerance three deviations of sampling.
    @ParameterizedTest
    @CsvSource({
        "CAR,0.71,0.008",
        "VAN,0.17,0.006",
        "LORRY,0.114,0.005",
        "COACH,0.0025,0.0008",
        "MOTORCYCLE,0.0026,0.0008"
    })
    void classesHaveTheSharesThatWereCounted(VehicleType type, double share, double tolerance) {
        long count = fleet.stream()
                .filter(vehicle -> vehicle.vehicleClass().type() == type)
                .count();

        assertThat((double) count / COUNT).isCloseTo(share, within(tolerance));
    }

    @Test
    void aVehicleIsTheSameWheneverItIsAskedFor() {
        Vehicle again = new Vehicle(new Seed(5), 17);

        assertThat(again).usingRecursiveComparison().isEqualTo(fleet.get(17));
        assertThat(again.deviceId()).isEqualTo("vehicle-000017");
    }

    @Test
    void aModelIsNotOlderThanItsFirstYearNorYoungerThanItsLast() {
        Map<String, List<Vehicle>> byModel =
                fleet.stream().collect(Collectors.groupingBy(vehicle -> vehicle.make() + " " + vehicle.model()));

        assertThat(byModel.get("Ford Fiesta"))
                .allSatisfy(vehicle -> assertThat(vehicle.year()).isBetween(2008, 2023));
        assertThat(byModel.get("Tesla Model Y")).allSatisfy(vehicle -> {
            assertThat(vehicle.year()).isBetween(2022, 2026);
            assertThat(vehicle.fuel()).isEqualTo(FuelType.ELECTRIC);
        });
    }

    /// 1,516,160 Fiestas and 1,064,577 Corsas were in use at the end of 2022 (SMMT): a ratio of 1.424. Three deviations
    /// of sampling among some 6,000 are 8 %.
    @Test
    void modelsAreAsCommonAsOnBritishRoads() {
        Map<String, Long> counts = fleet.stream().collect(Collectors.groupingBy(Vehicle::model, Collectors.counting()));

        double ratio = (double) counts.getOrDefault("Fiesta", 0L) / counts.getOrDefault("Corsa", 1L);

        assertThat(ratio).isCloseTo(1.424, within(0.12));
        assertThat(counts.getOrDefault("Focus", 0L))
                .isBetween(counts.getOrDefault("Golf", 0L) * 95 / 100, counts.getOrDefault("Fiesta", 0L) * 80 / 100);
    }

    @ParameterizedTest
    @CsvSource({"PETROL,0.57,0.05", "DIESEL,0.29,0.04", "HYBRID,0.10,0.03", "ELECTRIC,0.04,0.01"})
    void carsAreFuelledAsOnBritishRoads(FuelType fuel, double share, double tolerance) {
        List<Vehicle> cars = fleet.stream()
                .filter(vehicle -> vehicle.vehicleClass().type() == VehicleType.CAR)
                .toList();

        long count = cars.stream().filter(vehicle -> vehicle.fuel() == fuel).count();

        assertThat((double) count / cars.size()).isCloseTo(share, within(tolerance));
    }
}
