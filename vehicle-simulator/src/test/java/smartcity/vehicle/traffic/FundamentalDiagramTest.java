package smartcity.vehicle.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FundamentalDiagramTest {
    private final FundamentalDiagram diagram = new FundamentalDiagram(110, 84, 6_000, 320);

    @Test
    void emptyRoadIsDrivenAtFreeSpeed() {
        assertThat(diagram.speedAt(0)).isEqualTo(110);
    }

    @Test
    void greatestFlowIsTheCapacityAtCriticalDensity() {
        double greatest = 0;
        double at = 0;
        for (double density = 0; density <= 320; density += 0.1) {
            if (diagram.flowAt(density) > greatest) {
                greatest = diagram.flowAt(density);
                at = density;
            }
        }

        assertThat(greatest).isCloseTo(6_000, within(1.0));
        assertThat(at).isCloseTo(6_000 / 84.0, within(0.2));
        assertThat(diagram.speedAt(at)).isCloseTo(84, within(0.2));
    }

    @Test
    void speedNeverRisesWithDensityAndEndsAtZero() {
        double last = 110;
        for (double density = 0; density <= 330; density += 0.5) {
            double speed = diagram.speedAt(density);

            assertThat(speed).as("at %s vehicles/km", density).isLessThanOrEqualTo(last);
            last = speed;
        }

        assertThat(diagram.speedAt(320)).isZero();
        assertThat(diagram.speedAt(319)).isLessThan(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 100, 1_000, 3_000, 5_000, 5_990})
    void uncongestedDensityCarriesItsFlow(double flow) {
        double density = diagram.uncongestedDensityAt(flow);

        assertThat(diagram.flowAt(density)).isCloseTo(flow, within(0.01));
        assertThat(density).isLessThanOrEqualTo(diagram.criticalDensityPerKm());
    }

    @Test
    void refusesASpeedAtCapacityAboveTheFreeSpeed() {
        assertThatThrownBy(() -> new FundamentalDiagram(110, 111, 6_000, 320))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("speedAtCapacityKmh must be within (55.0, 110.0) but was 111.0");
    }
}
