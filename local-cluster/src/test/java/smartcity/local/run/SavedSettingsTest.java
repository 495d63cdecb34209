package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.infra.SimulatedPeriod;

class SavedSettingsTest {
    private static final UpOptions NONE =
            new UpOptions(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final SimulatedPeriod WEEK =
            new SimulatedPeriod(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-08T00:00:00Z"));

    @TempDir
    private Path data;

    private static SimulationSettings city(FleetSize fleet, long seed, double factor) {
        return new SimulationSettings(fleet, seed, factor, Optional.empty());
    }

    private static UpOptions fleet(FleetSize fleet) {
        return new UpOptions(
                Optional.of(fleet), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static UpOptions week(Optional<FleetSize> fleet) {
        return new UpOptions(fleet, Optional.empty(), Optional.empty(), Optional.of(WEEK), Optional.empty());
    }

    @Test
    void beginsWithTheDefaults() {
        SimulationSettings simulation = SavedSettings.of(data).merge(NONE);

        assertThat(simulation).isEqualTo(city(FleetSize.of(200), 42, 1));
    }

    @Test
    void keepsTheCityOfTheRunBefore() {
        SavedSettings.of(data).save(city(FleetSize.of(7), -5, 0.5));

        SimulationSettings simulation = SavedSettings.of(data).merge(NONE);

        assertThat(simulation).isEqualTo(city(FleetSize.of(7), -5, 0.5));
    }

    @Test
    void letsOptionsOverrideIt() {
        SavedSettings.of(data).save(city(FleetSize.of(7), -5, 0.5));

        SimulationSettings simulation = SavedSettings.of(data)
                .merge(new UpOptions(
                        Optional.of(FleetSize.of(9)),
                        Optional.of(6L),
                        Optional.of(2.0),
                        Optional.empty(),
                        Optional.empty()));

        assertThat(simulation).isEqualTo(city(FleetSize.of(9), 6, 2));
    }

    @Test
    void keepsARateAndForgetsItForANumberOfVehicles() {
        FleetSize paced = new FleetSize(OptionalInt.empty(), OptionalInt.of(50_000));
        SavedSettings.of(data).save(city(paced, 42, 1));

        assertThat(SavedSettings.of(data).merge(NONE).fleet()).isEqualTo(paced);
        assertThat(SavedSettings.of(data).merge(fleet(FleetSize.of(9))).fleet()).isEqualTo(FleetSize.of(9));
    }

    @Test
    void keepsANumberOfVehiclesWithItsRate() {
        FleetSize both = new FleetSize(OptionalInt.of(9), OptionalInt.of(90));
        SavedSettings.of(data).save(city(both, 42, 1));

        assertThat(SavedSettings.of(data).merge(NONE).fleet()).isEqualTo(both);
    }

    @Test
    void fillsAPeriodWithTheFleetOfARate() {
        SavedSettings.of(data).save(city(new FleetSize(OptionalInt.empty(), OptionalInt.of(50_000)), 42, 1));

        SimulationSettings simulation = SavedSettings.of(data).merge(week(Optional.empty()));

        assertThat(simulation).isEqualTo(new SimulationSettings(FleetSize.of(25_000), 42, 1, Optional.of(WEEK)));
    }

    @Test
    void refusesToGoOnWithAPeriodForAnotherFleet() {
        SavedSettings.of(data).save(SavedSettings.of(data).merge(week(Optional.of(FleetSize.of(300)))));

        assertThat(SavedSettings.of(data).merge(week(Optional.empty())).vehicles())
                .isEqualTo(300);
        assertThatThrownBy(() -> SavedSettings.of(data).merge(week(Optional.of(FleetSize.of(400)))))
                .hasMessage(
                        "--vehicles must be 300, the fleet that has begun this period, but was 400: choose another folder"
                                + " with --data for another fleet");
    }
}
