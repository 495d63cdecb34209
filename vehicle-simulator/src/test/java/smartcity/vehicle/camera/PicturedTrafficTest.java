package smartcity.vehicle.camera;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import smartcity.chance.Seed;
import smartcity.event.VehicleType;
import smartcity.vehicle.snapshot.PassingVehicle;

/// The vehicles in a camera's image that are not of the fleet.
class PicturedTrafficTest {
    private static final int LANES = 3;

    private final Seed seed = new Seed(7);

    /// About 3,700 vehicles, so that four deviations of the share are 0.03.
    @Test
    void lorriesHaveTheirShareOfTheVehicles() {
        List<PassingVehicle> passers = drawn(0.3);

        double lorries = passers.stream()
                .filter(passer -> passer.type() == VehicleType.LORRY)
                .count();

        assertThat(passers).hasSizeGreaterThan(3_500);
        assertThat(lorries / passers.size()).isCloseTo(0.3, within(0.03));
    }

    /// Highway Code, rule 265.
    @Test
    void lorriesKeepOutOfTheRightmostOfThreeLanes() {
        assertThat(lanesOf(VehicleType.LORRY)).containsExactly(1, 2);
        assertThat(lanesOf(VehicleType.CAR)).containsExactly(1, 2, 3);
    }

    private List<Integer> lanesOf(VehicleType type) {
        return drawn(0.3).stream()
                .filter(passer -> passer.type() == type)
                .map(PassingVehicle::lane)
                .distinct()
                .sorted()
                .toList();
    }

    /// Images of such thin traffic that each shows at most one vehicle, so that no vehicle lacks a free place.
    private List<PassingVehicle> drawn(double lorryShare) {
        return IntStream.range(0, 4_000)
                .mapToObj(image -> {
                    PicturedTraffic pictured =
                            new PicturedTraffic(seed.of(image).generator(), LANES);
                    pictured.fill(3, lorryShare);
                    return pictured.passers();
                })
                .flatMap(List::stream)
                .toList();
    }
}
