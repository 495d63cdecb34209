package smartcity.emission.shard;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import smartcity.shard.Shards;

class ShardOwnershipsTest {
    private static final String CITY = "1/-/-/1.0/-";
    private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant NINE = EIGHT.plusSeconds(3600);
    private static final Instant NOW = EIGHT.plusSeconds(7200);
    private static final Shards SHARDS = new Shards(4);

    private final MockConsumer<String, String> kafka = new MockConsumer<>("latest");
    private final ShardGroup group = new ShardGroup(new SimpleMeterRegistry());
    private final ShardOwnerships tenures =
            new ShardOwnerships(group, SHARDS, CITY, toldUntil -> toldUntil.orElse(NOW));

    ShardOwnershipsTest() {
        kafka.assign(partitions(0, 1, 2, 3));
    }

    @Test
    void beginsWhereTheLastOwnerOfEachShardStopped() throws InterruptedException {
        committed(Map.of(0, new ShardProgress(CITY, EIGHT), 1, new ShardProgress("another", EIGHT)));
        group.onPartitionsAssigned(kafka, partitions(0, 1, 2));

        ShardOwnership tenure = tenures.awaitNext(() -> false).orElseThrow();

        assertThat(tenure.from()).isEqualTo(EIGHT);
        assertThat(tenure.accepts(deviceOf(0), EIGHT)).isTrue();
        assertThat(tenure.accepts(deviceOf(0), EIGHT.minusMillis(1))).isFalse();
        assertThat(tenure.accepts(deviceOf(1), NOW.minusMillis(1))).isFalse();
        assertThat(tenure.accepts(deviceOf(2), NOW)).isTrue();
        assertThat(tenure.accepts(deviceOf(3), NOW)).isFalse();
    }

    @Test
    void goesOnWithWhatItKeepsWhereItIsItself() throws InterruptedException {
        committed(Map.of(0, new ShardProgress(CITY, EIGHT), 1, new ShardProgress(CITY, EIGHT)));
        group.onPartitionsAssigned(kafka, partitions(0));
        tenures.awaitNext(() -> false).orElseThrow().told(NINE);
        group.onPartitionsAssigned(kafka, partitions(1));

        ShardOwnership tenure = tenures.awaitNext(() -> false).orElseThrow();

        assertThat(tenure.accepts(deviceOf(0), NINE.minusMillis(1))).isFalse();
        assertThat(tenure.accepts(deviceOf(1), EIGHT)).isTrue();
    }

    @Test
    void goesOnWhereAnotherStoppedWithAShardThatWasAwayMeanwhile() throws InterruptedException {
        committed(Map.of(0, new ShardProgress(CITY, EIGHT)));
        group.onPartitionsAssigned(kafka, partitions(0));
        tenures.awaitNext(() -> false).orElseThrow().told(EIGHT.plusSeconds(60));
        group.onPartitionsLost(kafka, partitions(0));
        committed(Map.of(0, new ShardProgress(CITY, NINE)));
        group.onPartitionsAssigned(kafka, partitions(0));

        ShardOwnership tenure = tenures.awaitNext(() -> false).orElseThrow();

        assertThat(tenure.from()).isEqualTo(NINE);
    }

    @Test
    void areOverWhenTheGroupChanges() throws InterruptedException {
        group.onPartitionsAssigned(kafka, partitions(0));
        ShardOwnership tenure = tenures.awaitNext(() -> false).orElseThrow();
        boolean before = tenures.isOver(tenure);

        group.onPartitionsAssigned(kafka, List.of());

        assertThat(before).isFalse();
        assertThat(tenures.isOver(tenure)).isTrue();
    }

    @Test
    void commitForEachOwnedShardHowFarItIsTold() throws InterruptedException {
        committed(Map.of(0, new ShardProgress(CITY, NINE)));
        group.onPartitionsAssigned(kafka, partitions(0, 2));
        ShardOwnership tenure = tenures.awaitNext(() -> false).orElseThrow();

        Map<TopicPartition, OffsetAndMetadata> progress = tenure.progress("s", CITY, NOW.plusSeconds(1));
        Map<TopicPartition, OffsetAndMetadata> early = tenure.progress("s", CITY, EIGHT);

        assertThat(progress)
                .hasSize(2)
                .containsEntry(
                        new TopicPartition("s", 2),
                        new OffsetAndMetadata(0, new ShardProgress(CITY, NOW.plusSeconds(1)).text()));
        assertThat(early) // what is caught up with never falls behind
                .containsEntry(
                        new TopicPartition("s", 0), new OffsetAndMetadata(0, new ShardProgress(CITY, NINE).text()));
    }

    @Test
    void endWithoutAShardWhenStopped() throws InterruptedException {
        assertThat(tenures.awaitNext(() -> true)).isEmpty();
    }

    private void committed(Map<Integer, ShardProgress> progress) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        progress.forEach((shard, reached) ->
                offsets.put(new TopicPartition("s", shard), new OffsetAndMetadata(0, reached.text())));
        kafka.commitSync(Collections.unmodifiableMap(offsets));
    }

    private static List<TopicPartition> partitions(int... shards) {
        return Arrays.stream(shards)
                .mapToObj(shard -> new TopicPartition("s", shard))
                .collect(Collectors.toList());
    }

    private static String deviceOf(int shard) {
        return IntStream.range(0, 1000)
                .mapToObj(index -> "vehicle-" + index)
                .filter(device -> SHARDS.of(device) == shard)
                .findFirst()
                .orElseThrow();
    }
}
