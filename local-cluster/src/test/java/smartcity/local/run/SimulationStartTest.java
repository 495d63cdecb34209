package smartcity.local.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulationStartTest {
    private static final Instant NOW = Instant.parse("2026-11-23T22:15:00Z");
    private static final SimulationStart EIGHT = SimulationStart.at(LocalTime.of(8, 0));

    @Test
    void aTimeOfTheFirstRunIsOfToday() {
        assertThat(EIGHT.after(Optional.empty(), NOW)).isEqualTo("2026-11-23T08:00:00Z");
    }

    @Test
    void aTimeIsOfTheNextDayWhenRecordsAreNewer() {
        Instant newest = Instant.parse("2026-12-01T08:00:00Z");

        assertThat(EIGHT.after(Optional.of(newest), NOW)).isEqualTo("2026-12-02T08:00:00Z");
        assertThat(EIGHT.after(Optional.of(newest.minusMillis(1)), NOW)).isEqualTo("2026-12-01T08:00:00Z");
    }

    @Test
    void refusesAnInstantBeforeTheNewestRecord() {
        SimulationStart start = SimulationStart.at(NOW);

        assertThat(start.after(Optional.empty(), NOW)).isEqualTo(NOW);
        assertThatThrownBy(() -> start.after(Optional.of(NOW), NOW))
                .hasMessage("--start must be after the newest record of the data folder, 2026-11-23T22:15:00Z, but was"
                        + " 2026-11-23T22:15:00Z: choose a later one, or another folder with --data");
    }
}
