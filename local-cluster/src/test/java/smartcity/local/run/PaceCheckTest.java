package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PaceCheckTest {
    @Test
    void saysOfEachSimulatorHowFarItIsBehind() {
        assertThat(PaceCheck.warnings(Map.of(CityService.VEHICLE, 30.4)))
                .containsExactly("vehicle-simulator is 30 s behind: use fewer --vehicles or a lower --factor");
        assertThat(PaceCheck.warnings(Map.of(CityService.WEATHER, 12.0)))
                .containsExactly("weather-simulator is 12 s behind: use a lower --factor");
        assertThat(PaceCheck.warnings(Map.of(CityService.INCIDENT, 11.0)))
                .containsExactly("incident-simulator is 11 s behind: use a lower --factor");
    }

    @Test
    void aWarningFitsIntoATerminalOf80Columns() {
        assertThat(PaceCheck.warnings(Map.of(CityService.VEHICLE, 86_400.0)))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void saysNothingOfSimulatorsThatKeepUp() {
        assertThat(PaceCheck.warnings(Map.of(CityService.VEHICLE, 4.0, CityService.WEATHER, 0.0)))
                .isEmpty();
    }

    @Test
    void readsTheStatusOfASimulator() {
        assertThat(PaceCheck.behindSeconds("{\"emitting\":true,\"behindSeconds\":12.5,\"factor\":1.0}"))
                .hasValue(12.5);
        assertThat(PaceCheck.behindSeconds("{\"status\":503}")).isEmpty();
    }
}
