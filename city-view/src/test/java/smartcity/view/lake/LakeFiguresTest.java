package smartcity.view.lake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LakeFiguresTest {
    private static final Instant NOW = Instant.parse("2026-11-30T08:00:30Z");

    private static SinkAnswer answer(String json) throws Exception {
        return new SinkAnswer(new ObjectMapper().readTree(json), null);
    }

    private static SinkAnswer first(String lastObject) throws Exception {
        return answer("""
                {"paused": null, "kafkaReached": true, "heldBytes": 10, "memoryBytes": 100, "topics": {
                  "vehicle_data": {"landed": 1000, "deadLetters": 2, "objects": 4, "bytes": 5000, "held": 30, "lag": 5,
                    "lastObject": "%s", "lastObjectAt": "2026-11-30T08:00:29Z", "newestEvent": "2026-11-30T08:00:28Z", "lastReason": "speed must be a number",
                    "partitions": [
                      {"partition": 0, "position": 1030, "lag": 5, "heldRecords": 30, "unreadRecords": 4, "heldBytes": 10, "openedAt": "2026-11-30T08:00:22Z",
                       "pendingCut": null, "pendingSince": null, "unlandedSince": "2026-11-30T08:00:22Z", "blocked": null},
                      {"partition": 1, "position": 10, "lag": 0, "heldRecords": 0, "heldBytes": 0, "openedAt": null,
                       "pendingCut": {"first": 0, "last": 9}, "pendingSince": "2026-11-30T08:00:18Z", "unlandedSince": "2026-11-30T08:00:10Z", "blocked": null}]},
                  "orders": {"landed": 7, "deadLetters": 0, "objects": 1, "bytes": 70, "held": 1, "lag": null,
                    "partitions": [{"partition": 0, "position": 8, "lag": null, "heldRecords": 1, "heldBytes": 1}]}}}
                """.formatted(lastObject));
    }

    /// Reports the second partition of the first sink too, as it has been assigned it.
    private static SinkAnswer second() throws Exception {
        return answer("""
                {"paused": "requested", "kafkaReached": true, "heldBytes": 3, "memoryBytes": 100, "topics": {
                  "vehicle_data": {"landed": 500, "deadLetters": 1, "objects": 2, "bytes": 2500, "held": 8, "lag": 1,
                    "lastObject": "b.parquet", "lastObjectAt": "2026-11-30T08:00:20Z", "newestEvent": "2026-11-30T08:00:29Z", "lastReason": null,
                    "partitions": [
                      {"partition": 1, "position": 14, "lag": 1, "heldRecords": 4, "unreadRecords": 1, "heldBytes": 1, "openedAt": "2026-11-30T08:00:29Z", "unlandedSince": "2026-11-30T08:00:29Z"},
                      {"partition": 2, "position": 9, "lag": 100, "heldRecords": 4, "unreadRecords": 60, "heldBytes": 1, "openedAt": "2026-11-30T08:00:27Z", "unlandedSince": "2026-11-30T08:00:27Z"}]}}}
                """);
    }

    @Test
    void addsUpWhatTheTopicsSay() throws Exception {
        ObjectNode lake = LakeFigures.of(List.of(first("a.parquet")), NOW);

        assertThat(lake.path("landed").asLong()).isEqualTo(1007);
        assertThat(lake.path("waiting").asLong()).as("30 + 4 + 1").isEqualTo(35);
        assertThat(lake.path("objects").asLong()).isEqualTo(5);
        assertThat(lake.path("deadLetters").asLong()).isEqualTo(2);
        assertThat(lake.path("pending").asLong()).isEqualTo(1);
        assertThat(lake.at("/topics/0/partitions/0/ageMillis").asLong()).isEqualTo(8_000);
        assertThat(lake.at("/topics/0/partitions/1/pendingMillis").asLong()).isEqualTo(12_000);
        assertThat(lake.at("/topics/0/partitions/0").has("pendingMillis")).isFalse();
        assertThat(lake.path("silentSinks")).isEmpty();
    }

    @Test
    void theOldestRecordCountsFromWhenItWasFirstSeenAlsoBeforeItIsRead() throws Exception {
        String status = """
                {"paused": "requested", "kafkaReached": true, "topics": {"vehicle_data": {"landed": 0, "partitions": [
                  {"partition": 0, "position": 0, "lag": 900, "heldRecords": 0, "heldBytes": 0, "openedAt": null,
                   "pendingSince": null, "unlandedSince": "2026-11-30T07:50:30Z"}]}}}""";

        ObjectNode lake = LakeFigures.of(List.of(answer(status)), NOW);
        ObjectNode later = LakeFigures.of(List.of(answer(status)), NOW.plusSeconds(60));

        assertThat(lake.path("oldestMillis").asLong()).isEqualTo(600_000);
        assertThat(later.path("oldestMillis").asLong()).isEqualTo(660_000);
        assertThat(LakeFigures.of(List.of(first("a.parquet")), NOW)
                        .path("oldestMillis")
                        .asLong())
                .isEqualTo(20_000);
    }

    @Test
    void joinsAllSinksAndCountsAPartitionThatTwoReportOnce() throws Exception {
        ObjectNode lake = LakeFigures.of(List.of(first("a.parquet"), second()), NOW);

        assertThat(lake.path("landed").asLong()).isEqualTo(1507);
        assertThat(lake.path("objects").asLong()).isEqualTo(7);
        assertThat(lake.path("deadLetters").asLong()).isEqualTo(3);
        assertThat(lake.path("heldBytes").asLong()).isEqualTo(13);
        assertThat(lake.path("memoryBytes").asLong()).isEqualTo(200);
        JsonNode vehicles = lake.at("/topics/0");
        assertThat(vehicles.path("partitions").findValuesAsText("partition")).containsExactly("0", "1", "2");
        assertThat(vehicles.path("held").asLong()).as("30 + 4 + 4").isEqualTo(38);
        assertThat(vehicles.path("unread").asLong())
                .as("records, not offsets: 4 + 1 + 60")
                .isEqualTo(65);
        assertThat(lake.path("waiting").asLong()).isEqualTo(38 + 65 + 1);
        assertThat(lake.path("pending").asLong())
                .as("the cut of the sink that had the partition before")
                .isZero();
        assertThat(vehicles.path("newestEvent").asLong())
                .isEqualTo(Instant.parse("2026-11-30T08:00:29Z").toEpochMilli());
        assertThat(lake.path("paused").asText()).isEqualTo("requested (1 of 2 sinks)");
        assertThat(lake.path("pausedSinks").asInt()).isEqualTo(1);
        assertThat(lake.path("sinks").asInt()).isEqualTo(2);
    }

    @Test
    void namesASinkThatDoesNotAnswerAndKeepsWhatItHasLanded() throws Exception {
        SinkAnswer silent = new SinkAnswer(first("a.parquet").status(), "The sink does not answer at http://10.0.0.7");
        SinkAnswer never = new SinkAnswer(null, "The sink does not answer at http://10.0.0.8");

        ObjectNode lake = LakeFigures.of(List.of(silent, second(), never), NOW);

        assertThat(lake.path("reachable").asBoolean()).isTrue();
        assertThat(lake.path("silentSinks"))
                .extracting(JsonNode::asText)
                .containsExactly(
                        "The sink does not answer at http://10.0.0.7", "The sink does not answer at http://10.0.0.8");
        assertThat(lake.path("landed").asLong()).isEqualTo(1507);
        assertThat(lake.path("memoryBytes").asLong())
                .as("only of those that answer")
                .isEqualTo(100);
        ObjectNode none = LakeFigures.of(List.of(silent, never), NOW);
        assertThat(none.path("reachable").asBoolean()).isFalse();
        assertThat(none.path("reason").asText()).contains("10.0.0.7", "10.0.0.8");
    }

    @Test
    void aPartitionOfASinkThatIsGoneIsThatOfItsSuccessorFromTheFirstAnswerOn() throws Exception {
        SinkAnswer gone = new SinkAnswer(second().status(), "The sink does not answer");
        SinkAnswer successor = answer("""
                {"kafkaReached": true, "topics": {"vehicle_data": {"landed": 0, "partitions": [
                  {"partition": 2, "position": 5, "lag": 104, "heldRecords": 0, "heldBytes": 0}]}}}""");

        ObjectNode lake = LakeFigures.of(List.of(gone, successor), NOW);

        assertThat(lake.at("/topics/0/partitions/1/unread").asLong())
                .as("of a sink that states offsets alone")
                .isEqualTo(104);
    }

    @Test
    void keepsEachObjectOnceAndSamplesForAWhile() throws Exception {
        LakeHistory history = new LakeHistory();

        for (int second = 0; second < LakeHistory.SAMPLES + 10; second++) {
            history.add(LakeFigures.of(List.of(first("object-" + second / 10)), NOW.plusSeconds(second)));
        }

        JsonNode kept = history.toJson();
        assertThat(kept.path("samples")).hasSize(LakeHistory.SAMPLES);
        assertThat(kept.at("/samples/0/topics/vehicle_data")).hasToString("[1000,34]");
        assertThat(kept.path("objects")).hasSize(31);
        ObjectNode next = LakeFigures.of(List.of(first("object-99")), NOW.plusSeconds(999));
        history.add(next);
        assertThat(next.path("reasons")).hasSize(1);
        assertThat(next.at("/reasons/0/reason").asText()).isEqualTo("speed must be a number");
        assertThat(next.at("/landedObjects/0/key").asText()).isEqualTo("object-99");
        assertThat(next.path("topics")).hasSize(2).noneMatch(topic -> topic.has("lastObjects"));
        assertThat(kept.at("/objects/30/key").asText()).isEqualTo("object-30");
    }

    @Test
    void keepsTheObjectsOfEachSinkInTheOrderInWhichTheyLanded() throws Exception {
        LakeHistory history = new LakeHistory();

        history.add(LakeFigures.of(List.of(first("a.parquet"), second()), NOW));
        history.add(LakeFigures.of(List.of(first("c.parquet"), second()), NOW.plusSeconds(1)));
        history.add(LakeFigures.of(List.of(first("c.parquet"), second()), NOW.plusSeconds(2)));

        assertThat(history.toJson().path("objects").findValuesAsText("key"))
                .containsExactly("b.parquet", "a.parquet", "c.parquet");
    }

    @Test
    void aSinkThatDoesNotAnswerLeavesAGap() {
        LakeHistory history = new LakeHistory();
        ObjectNode lake = LakeFigures.of(List.of(new SinkAnswer(null, "The sink does not answer")), NOW);

        history.add(lake);

        assertThat(lake.path("reachable").asBoolean()).isFalse();
        assertThat(history.toJson().path("samples")).isEmpty();
    }
}
