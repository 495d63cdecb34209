package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.infra.Period;

class MemoryTest {
    private static final Wishes NONE =
            new Wishes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final Period WEEK =
            new Period(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-08T00:00:00Z"));

    @TempDir
    private Path data;

    private static Simulation city(Fleet fleet, long seed, double factor) {
        return new Simulation(fleet, seed, factor, Optional.empty());
    }

    private static Wishes fleet(Fleet fleet) {
        return new Wishes(Optional.of(fleet), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Wishes week(Optional<Fleet> fleet) {
        return new Wishes(fleet, Optional.empty(), Optional.empty(), Optional.of(WEEK));
    }

    @Test
    void beginsWithTheDefaults() {
        Simulation simulation = Memory.of(data).recall(NONE);

        assertThat(simulation).isEqualTo(city(Fleet.of(200), 42, 1));
    }

    @Test
    void keepsTheCityOfTheRunBefore() {
        Memory.of(data).keep(city(Fleet.of(7), -5, 0.5));

        Simulation simulation = Memory.of(data).recall(NONE);

        assertThat(simulation).isEqualTo(city(Fleet.of(7), -5, 0.5));
    }

    @Test
    void letsOptionsOverrideIt() {
        Memory.of(data).keep(city(Fleet.of(7), -5, 0.5));

        Simulation simulation = Memory.of(data)
                .recall(new Wishes(Optional.of(Fleet.of(9)), Optional.of(6L), Optional.of(2.0), Optional.empty()));

        assertThat(simulation).isEqualTo(city(Fleet.of(9), 6, 2));
    }

    @Test
    void keepsARateAndForgetsItForANumberOfVehicles() {
        Fleet paced = new Fleet(OptionalInt.empty(), OptionalInt.of(50_000));
        Memory.of(data).keep(city(paced, 42, 1));

        assertThat(Memory.of(data).recall(NONE).fleet()).isEqualTo(paced);
        assertThat(Memory.of(data).recall(fleet(Fleet.of(9))).fleet()).isEqualTo(Fleet.of(9));
    }

    @Test
    void keepsANumberOfVehiclesWithItsRate() {
        Fleet both = new Fleet(OptionalInt.of(9), OptionalInt.of(90));
        Memory.of(data).keep(city(both, 42, 1));

        assertThat(Memory.of(data).recall(NONE).fleet()).isEqualTo(both);
    }

    @Test
    void fillsAPeriodWithTheFleetOfARate() {
        Memory.of(data).keep(city(new Fleet(OptionalInt.empty(), OptionalInt.of(50_000)), 42, 1));

        Simulation simulation = Memory.of(data).recall(week(Optional.empty()));

        assertThat(simulation).isEqualTo(new Simulation(Fleet.of(25_000), 42, 1, Optional.of(WEEK)));
    }

    @Test
    void refusesToGoOnWithAPeriodForAnotherFleet() {
        Memory.of(data).keep(Memory.of(data).recall(week(Optional.of(Fleet.of(300)))));

        assertThat(Memory.of(data).recall(week(Optional.empty())).vehicles()).isEqualTo(300);
        assertThatThrownBy(() -> Memory.of(data).recall(week(Optional.of(Fleet.of(400)))))
                .hasMessage(
                        "--vehicles must be 300, with which this period was begun, but was 400: choose another folder"
                                + " with --data for another fleet");
    }
}
