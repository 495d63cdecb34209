package smartcity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardProgressTest {
    private static final ShardProgress PROGRESS = new ShardProgress(
            new SimulationIdentity(42, null, null, 1, null), Instant.parse("2026-11-23T08:00:00.000001Z"));

    @Test
    void isWrittenAsTheSimulationAndTheInstant() {
        assertThat(PROGRESS.text()).isEqualTo("42/-/-/1.0/- 2026-11-23T08:00:00.000001Z");
    }

    @Test
    void isReadBackFromItsText() {
        assertThat(ShardProgress.parse(PROGRESS.text())).contains(PROGRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "42",
                "42/-/-/1.0/-",
                "42/-/-/1.0/- ",
                "42/-/-/1.0/- yesterday",
                "42 2026-11-23T08:00:00Z",
                "42/-/-/1.0/-  2026-11-23T08:00:00Z"
            })
    void isNotReadFromAnotherText(String text) {
        assertThat(ShardProgress.parse(text)).isEmpty();
    }

    @Test
    void namesTheTopicAfterTheService() {
        assertThat(ShardProgress.topicOf("weather-simulator")).isEqualTo("weather-simulator_shards");
    }
}
