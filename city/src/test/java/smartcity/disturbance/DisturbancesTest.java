package smartcity.disturbance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import smartcity.event.Carriageway;
import smartcity.event.EmergencyType;

class DisturbancesTest {
    @Test
    void hasFineWeatherAndNoClosuresByDefault() {
        assertThat(Disturbances.NONE.weatherAt(50_000, 29_000_000)).isEqualTo(new RoadWeather(0, 0, 20_000, 15));
        assertThat(Disturbances.NONE.closuresAt(Carriageway.NORTHBOUND, 29_000_000))
                .isEmpty();
    }

    @Test
    void refusesMoreClosedLanesThanThereAre() {
        assertThatThrownBy(() ->
                        new LaneClosure(new UUID(1, 2), Carriageway.NORTHBOUND, 50_000, 4, 3, EmergencyType.ACCIDENT))
                .hasMessage("lanesClosed must be within [0, 3] but was 4");
    }

    @Test
    void refusesImpossibleWeather() {
        assertThatThrownBy(() -> new RoadWeather(Double.NaN, 0, 20_000, 15))
                .hasMessage("rainMmPerHour must be finite and not negative but was NaN");
        assertThatThrownBy(() -> new RoadWeather(0, -1, 20_000, 15))
                .hasMessage("snowMmPerHour must be finite and not negative but was -1.0");
    }
}
