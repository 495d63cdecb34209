package smartcity.view.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LakeFiguresTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:30Z");

    private static JsonNode status(String lastObject) throws Exception {
        return new ObjectMapper().readTree("""
                {"paused": null, "kafkaReached": true, "heldBytes": 10, "memoryBytes": 100, "topics": {
                  "vehicle_data": {"landed": 1000, "deadLetters": 2, "objects": 4, "bytes": 5000, "held": 30, "lag": 5,
                    "lastObject": "%s", "lastObjectAt": "2026-11-30T08:00:29Z", "newestEvent": "2026-11-30T08:00:28Z", "lastReason": "speed must be a number",
                    "partitions": [
                      {"partition": 0, "lag": 5, "heldRecords": 30, "heldBytes": 10, "openedAt": "2026-11-30T08:00:22Z",
                       "pendingCut": null, "pendingSince": null, "blocked": null},
                      {"partition": 1, "lag": 0, "heldRecords": 0, "heldBytes": 0, "openedAt": null,
                       "pendingCut": {"first": 0, "last": 9}, "pendingSince": "2026-11-30T08:00:18Z", "blocked": null}]},
                  "orders": {"landed": 7, "deadLetters": 0, "objects": 1, "bytes": 70, "held": 1, "lag": null, "partitions": []}}}
                """.formatted(lastObject));
    }

    @Test
    void addsUpWhatTheTopicsSay() throws Exception {
        ObjectNode lake = LakeFigures.of(status("a.parquet"), NOW);

        assertThat(lake.path("landed").asLong()).isEqualTo(1007);
        assertThat(lake.path("waiting").asLong()).isEqualTo(36);
        assertThat(lake.path("objects").asLong()).isEqualTo(5);
        assertThat(lake.path("deadLetters").asLong()).isEqualTo(2);
        assertThat(lake.path("pending").asLong()).isEqualTo(1);
        assertThat(lake.path("oldestMillis").asLong()).isEqualTo(12_000);
        assertThat(lake.at("/topics/0/partitions/0/ageMillis").asLong()).isEqualTo(8_000);
        assertThat(lake.at("/topics/0/partitions/1/pendingMillis").asLong()).isEqualTo(12_000);
        assertThat(lake.at("/topics/0/partitions/0/pendingMillis").isNull()).isTrue();
    }

    @Test
    void keepsEachObjectOnceAndSamplesForAWhile() throws Exception {
        LakeHistory history = new LakeHistory();

        for (int second = 0; second < LakeHistory.SAMPLES + 10; second++) {
            history.add(LakeFigures.of(status("object-" + second / 10), NOW.plusSeconds(second)));
        }

        JsonNode kept = history.toJson();
        assertThat(kept.path("samples")).hasSize(LakeHistory.SAMPLES);
        assertThat(kept.at("/samples/0/topics/vehicle_data")).hasToString("[1000,35]");
        assertThat(kept.path("objects")).hasSize(31);
        ObjectNode next = LakeFigures.of(status("object-99"), NOW.plusSeconds(999));
        history.add(next);
        assertThat(next.path("reasons")).hasSize(1);
        assertThat(next.at("/reasons/0/reason").asText()).isEqualTo("speed must be a number");
        assertThat(kept.at("/objects/30/key").asText()).isEqualTo("object-30");
    }

    @Test
    void aSinkThatDoesNotAnswerLeavesAGap() {
        LakeHistory history = new LakeHistory();
        ObjectNode lake = LakeFigures.unreachable("The sink does not answer", NOW);

        history.add(lake);

        assertThat(lake.path("reachable").asBoolean()).isFalse();
        assertThat(history.toJson().path("samples")).isEmpty();
    }
}
