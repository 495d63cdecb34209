package smartcity.vehicle.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
    void classesHaveTheCountedShares(VehicleType type, double share, double tolerance) {
        long count = fleet.stream()
                .filter(vehicle -> vehicle.vehicleClass().type() == type)
                .count();

        assertThat((double) count / COUNT).isCloseTo(share, within(tolerance));
    }

    @Test
    void aVehicleIsAPureFunctionOfSeedAndIndex() {
        Vehicle again = new Vehicle(new Seed(5), 17);

        assertThat(again).usingRecursiveComparison().isEqualTo(fleet.get(17));
        assertThat(again.deviceId()).isEqualTo("vehicle-000017");
    }

    @Test
    void aModelIsNotOlderThanItsFirstYearNorYoungerThanItsLast() {
        Map<String, List<Vehicle>> byModel =
                fleet.stream().collect(Collectors.groupingBy(vehicle -> vehicle.make() + " " + vehicle.model()));

        assertThat(byModel.get("Ford Fiesta"))
                .allSatisfy(vehicle -> assertThat(vehicle.year()).isBetween(2005, 2023));
        assertThat(byModel.get("Tesla Model Y")).allSatisfy(vehicle -> {
            assertThat(vehicle.year()).isBetween(2022, 2026);
            assertThat(vehicle.fuel()).isEqualTo(FuelType.ELECTRIC);
        });
    }

    /// In use at the end of 2024 (SMMT, Motorparc 2024), as a ratio to the 1,435,239 Fiestas; tolerance three
    /// deviations of sampling among some 1,200 to 3,500.
    @ParameterizedTest
    @CsvSource({
        "Corsa,1020306",
        "Focus,1004123",
        "Golf,995753",
        "Polo,717372",
        "Qashqai,702050",
        "Hatch,688959",
        "Astra,667524",
        "Yaris,533755",
        "A3,523399"
    })
    void modelsAreAsCommonAsOnBritishRoads(String model, double inUse) {
        Map<String, Long> counts = fleet.stream().collect(Collectors.groupingBy(Vehicle::model, Collectors.counting()));

        double ratio = (double) counts.getOrDefault(model, 0L) / counts.getOrDefault("Fiesta", 1L);

        assertThat(ratio).isCloseTo(inUse / 1_435_239, within(0.09 * inUse / 1_435_239));
    }

    /// At the end of 2024 (SMMT, Motorparc 2024; hybrids are what is left); tolerance three deviations of
    /// sampling among 28,600.
    @ParameterizedTest
    @CsvSource({"PETROL,0.582,0.009", "DIESEL,0.321,0.009", "HYBRID,0.06,0.0045", "ELECTRIC,0.037,0.0035"})
    void carsAreFuelledAsOnBritishRoads(FuelType fuel, double share, double tolerance) {
        assertThat(share(VehicleType.CAR, vehicle -> vehicle.fuel() == fuel)).isCloseTo(share, within(tolerance));
    }

    /// At the end of 2023 1.2 % of vans were electric (SMMT, Motorparc 2023), and hardly a lorry.
    @Test
    void vansAndLorriesAreDieselsButForAFew() {
        assertThat(share(VehicleType.VAN, Vehicle::electric)).isBetween(0.012, 0.025);
        assertThat(share(VehicleType.LORRY, Vehicle::electric)).isBetween(0.001, 0.008);
        assertThat(share(VehicleType.LORRY, vehicle -> vehicle.fuel() == FuelType.DIESEL))
                .isGreaterThan(0.99);
    }

    /// 9.5 years on average, 43.4 % in use for more than ten (SMMT, Motorparc 2024). A vehicle of a year is
    /// half a year younger than the difference at the fleet's end.
    @Test
    void carsAreAsOldAsOnBritishRoads() {
        double mean = fleet.stream()
                .filter(vehicle -> vehicle.vehicleClass().type() == VehicleType.CAR)
                .mapToDouble(vehicle -> 2026.5 - vehicle.year())
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(9.5, within(0.4));
        assertThat(share(VehicleType.CAR, vehicle -> vehicle.year() <= 2016)).isCloseTo(0.434, within(0.03));
    }

    private double share(VehicleType type, Predicate<Vehicle> property) {
        List<Vehicle> ofType = fleet.stream()
                .filter(vehicle -> vehicle.vehicleClass().type() == type)
                .toList();
        return (double) ofType.stream().filter(property).count() / ofType.size();
    }
}
