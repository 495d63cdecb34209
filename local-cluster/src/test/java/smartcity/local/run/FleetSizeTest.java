package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FleetSizeTest {
    private static FleetSize rate(int perSecond) {
        return new FleetSize(OptionalInt.empty(), OptionalInt.of(perSecond));
    }

    private static FleetSize both(int vehicles, int perSecond) {
        return new FleetSize(OptionalInt.of(vehicles), OptionalInt.of(perSecond));
    }

    @Test
    void hasTheVehiclesThatEmitTheRateWithTwoRecordsEachSimulatedSecond() {
        assertThat(rate(50_000).size(1)).isEqualTo(25_000);
        assertThat(rate(50_000).size(60)).isEqualTo(417);
        assertThat(rate(1).size(60)).isEqualTo(1);
    }

    @Test
    void passesVehiclesAndRateToTheSimulator() {
        assertThat(rate(50_000).environment(1)).isEqualTo(Map.of("VEHICLE_COUNT", "25000", "VEHICLE_RATE", "50000"));
        assertThat(both(100, 2_000).environment(1)).isEqualTo(Map.of("VEHICLE_COUNT", "100", "VEHICLE_RATE", "2000"));
        assertThat(FleetSize.of(100).environment(1)).isEqualTo(Map.of("VEHICLE_COUNT", "100"));
    }

    @Test
    void refusesARateThatItsVehiclesCannotEmit() {
        // 100 vehicles emit from 200 records an hour, which is 1 in a second at least, to 200 each tenth of a second
        assertThatThrownBy(() -> both(100, 2_001).requirePossible(1))
                .hasMessage("--rate must be within [1, 2000] with 100 vehicles at factor 1.0 but was 2001");
        both(100, 2_000).requirePossible(1);
        both(100, 1).requirePossible(1);
    }

    @Test
    void refusesARateThatNoFleetEmits() {
        assertThatThrownBy(() -> rate(2_000_001).requirePossible(1))
                .hasMessage(
                        "--rate must be within [1, 2000000] with any number of vehicles at factor 1.0 but was 2000001");
        assertThatThrownBy(() -> rate(0)).hasMessage("--rate must be within [1, 2147483647] but was 0");
    }

    @Test
    void refusesAnEmptyRoad() {
        assertThatThrownBy(() -> FleetSize.of(0)).hasMessage("--vehicles must be within [1, 1000000] but was 0");
        assertThatThrownBy(() -> FleetSize.of(1_000_001))
                .hasMessage("--vehicles must be within [1, 1000000] but was 1000001");
    }
}
