package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import smartcity.sink.identity.TopicFieldIds;
import smartcity.sink.loop.LoopFixture.Member;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectContent;
import smartcity.sink.store.ReadOutcome;

/// Field IDs outlive the schema that they were given for.
class FieldIdsInBucketTest {
    private static final String HOUR_10 = "data/things/date=2026-11-23/hour=10/things-0-";
    private static final Map<String, Integer> FIRST =
            Map.of("timestamp", 1, "n", 2, "kafka_partition", 3, "kafka_offset", 4, "kafka_timestamp", 5);

    private final LoopFixture fixture = new LoopFixture();

    private void land(Member member) {
        member.turns(3);
        fixture.age();
        member.turns(2);
    }

    private void addColumn(String name) {
        fixture.schema = fixture.schema.replace(
                "\"properties\": {", "\"properties\": {\"" + name + "\": {\"type\": \"string\"},");
    }

    @Test
    void columnsKeepTheirIdsWhenTheSchemaGainsOneBeforeThem() {
        fixture.produce(10);
        land(fixture.member());
        addColumn("added");
        fixture.produce(10);
        land(fixture.member());
        addColumn("later");
        fixture.produce(10);

        land(fixture.member());

        assertThat(fixture.fieldIds().get(HOUR_10 + "0-0.parquet")).isEqualTo(FIRST);
        assertThat(fixture.fieldIds().get(HOUR_10 + "1-1.parquet"))
                .containsAllEntriesOf(FIRST)
                .containsEntry("added", 6);
        assertThat(fixture.fieldIds().get(HOUR_10 + "2-2.parquet"))
                .containsAllEntriesOf(FIRST)
                .containsEntry("added", 6)
                .containsEntry("later", 7);
        assertThat(fixture.bucket.keys())
                .contains(
                        "_sink/topics/things/fields-0.json",
                        "_sink/topics/things/fields-1.json",
                        "_sink/topics/things/fields-2.json")
                .doesNotContain("_sink/topics/things/fields-3.json");
    }

    @Test
    void storesNothingAgainForTheSameColumns() {
        fixture.produce(10);
        land(fixture.member());
        fixture.produce(10);

        land(fixture.member());

        assertThat(fixture.bucket.keys())
                .filteredOn(key -> key.contains("/fields-"))
                .hasSize(1);
    }

    @Test
    void anotherEraHasTheSameIds() {
        addColumn("added");
        fixture.produce(10);
        land(fixture.member());
        fixture.era = 1;
        fixture.schema = LoopFixture.SCHEMA;

        land(fixture.member());

        assertThat(fixture.fieldIds().get(HOUR_10 + "0-0.parquet"))
                .containsEntry("added", 1)
                .containsEntry("n", 3);
        assertThat(fixture.fieldIds().get(HOUR_10.replace("-0-", "-0-e1-") + "0-0.parquet"))
                .containsEntry("n", 3)
                .doesNotContainKey("added");
    }

    @Test
    void takesTheIdsThatAnotherProcessStoredFirst() {
        Map<String, Integer> theirs = Map.of("/n", 1, "/theirs", 2);
        store(new TopicFieldIds("things", theirs).encoded());
        fixture.produce(10);

        land(fixture.member());

        assertThat(fixture.fieldIds().get(HOUR_10 + "0-0.parquet"))
                .containsEntry("n", 1)
                .containsEntry("timestamp", 3);
        assertThat(fixture.bucket.read("_sink/topics/things/fields-1.json"))
                .isInstanceOfSatisfying(
                        ReadOutcome.Read.class,
                        read -> assertThat(TopicFieldIds.decoded(read.content()).byPath())
                                .containsAllEntriesOf(theirs)
                                .hasSize(6));
    }

    @Test
    void blocksATopicWhoseIdsCannotBeRead() {
        store("{}");
        fixture.produce(10);

        land(fixture.member());

        assertThat(fixture.blocked())
                .singleElement()
                .asString()
                .startsWith("object _sink/topics/things/fields-0.json must be the field IDs of a topic: ")
                .contains("restore it, or delete it");
        assertThat(fixture.bucket.objects()).isEmpty();
    }

    @Test
    void blocksATopicWhoseIdsLeaveNoneForANewColumn() {
        store("{\"fields\":1,\"topic\":\"things\",\"ids\":{\"/timestamp\":2147483647}}");
        fixture.produce(10);

        land(fixture.member());

        assertThat(fixture.blocked())
                .singleElement()
                .asString()
                .startsWith("object _sink/topics/things/fields-0.json must be the field IDs of a topic: ")
                .contains("field IDs must leave one for /n but reach 2147483647");
        assertThat(fixture.bucket.objects()).isEmpty();
    }

    @Test
    void waitsForTheBucketToAnswer() {
        fixture.produce(10);
        Member member = fixture.member();
        fixture.bucket.down(true);
        member.turns(2);
        fixture.bucket.down(false);
        fixture.clock.add(LoopFixture.MAX_AGE);
        member.turns(2);

        land(member);

        assertThat(List.copyOf(fixture.fieldIds().values())).containsExactly(FIRST);
    }

    private void store(String content) {
        fixture.bucket.putIfAbsent(new NewObject(
                "_sink/topics/things/fields-0.json", 0, ObjectContent.of(content.getBytes(StandardCharsets.UTF_8))));
    }
}
