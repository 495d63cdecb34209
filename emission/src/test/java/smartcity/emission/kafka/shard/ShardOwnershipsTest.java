package smartcity.emission.kafka.shard;

import static org.assertj.core.api.Assertions.assertThat;

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
import smartcity.identity.ShardProgress;
import smartcity.identity.SimulationIdentity;

class ShardOwnershipsTest {
    private static final SimulationIdentity SIMULATION = new SimulationIdentity(1, null, null, 1, null);
    private static final SimulationIdentity ANOTHER = new SimulationIdentity(2, null, null, 1, null);
    private static final Instant EIGHT = Instant.parse("2026-11-23T08:00:00Z");
    private static final Instant NINE = EIGHT.plusSeconds(3600);
    private static final Instant NOW = EIGHT.plusSeconds(7200);
    private static final DeviceShards SHARDS = new DeviceShards(4);

    private final MockConsumer<String, String> kafka = new MockConsumer<>("latest");
    private final ShardGroup group = new ShardGroup();
    private final ShardOwnerships ownerships =
            new ShardOwnerships(group, SHARDS, SIMULATION, emittedUntil -> emittedUntil.orElse(NOW));

    ShardOwnershipsTest() {
        kafka.assign(partitions(0, 1, 2, 3));
    }

    @Test
    void beginsWhereTheLastOwnerOfEachShardStopped() throws InterruptedException {
        committed(Map.of(0, new ShardProgress(SIMULATION, EIGHT), 1, new ShardProgress(ANOTHER, EIGHT)));
        group.assigned(kafka, partitions(0, 1, 2));

        ShardOwnership ownership = ownerships.awaitNext(() -> false).orElseThrow();

        assertThat(ownership.from()).isEqualTo(EIGHT);
        assertThat(ownership.accepts(deviceOf(0), EIGHT)).isTrue();
        assertThat(ownership.accepts(deviceOf(0), EIGHT.minusMillis(1))).isFalse();
        assertThat(ownership.accepts(deviceOf(1), NOW.minusMillis(1))).isFalse();
        assertThat(ownership.accepts(deviceOf(2), NOW)).isTrue();
        assertThat(ownership.accepts(deviceOf(3), NOW)).isFalse();
    }

    @Test
    void continuesKeptShardsWhereItStoppedItself() throws InterruptedException {
        committed(Map.of(0, new ShardProgress(SIMULATION, EIGHT), 1, new ShardProgress(SIMULATION, EIGHT)));
        group.assigned(kafka, partitions(0));
        ownerships.awaitNext(() -> false).orElseThrow().advanceTo(NINE);
        group.assigned(kafka, partitions(1));

        ShardOwnership ownership = ownerships.awaitNext(() -> false).orElseThrow();

        assertThat(ownership.accepts(deviceOf(0), NINE.minusMillis(1))).isFalse();
        assertThat(ownership.accepts(deviceOf(1), EIGHT)).isTrue();
    }

    @Test
    void continuesAShardThatWasAwayMeanwhileWhereItsOtherOwnerStopped() throws InterruptedException {
        committed(Map.of(0, new ShardProgress(SIMULATION, EIGHT)));
        group.assigned(kafka, partitions(0));
        ownerships.awaitNext(() -> false).orElseThrow().advanceTo(EIGHT.plusSeconds(60));
        group.lost(partitions(0));
        committed(Map.of(0, new ShardProgress(SIMULATION, NINE)));
        group.assigned(kafka, partitions(0));

        ShardOwnership ownership = ownerships.awaitNext(() -> false).orElseThrow();

        assertThat(ownership.from()).isEqualTo(NINE);
    }

    @Test
    void endWhenTheGroupChanges() throws InterruptedException {
        group.assigned(kafka, partitions(0));
        ShardOwnership ownership = ownerships.awaitNext(() -> false).orElseThrow();
        boolean before = ownerships.isOver(ownership);

        group.assigned(kafka, List.of());

        assertThat(before).isFalse();
        assertThat(ownerships.isOver(ownership)).isTrue();
    }

    @Test
    void commitTheProgressOfEachOwnedShard() throws InterruptedException {
        committed(Map.of(0, new ShardProgress(SIMULATION, NINE)));
        group.assigned(kafka, partitions(0, 2));
        ShardOwnership ownership = ownerships.awaitNext(() -> false).orElseThrow();

        Map<TopicPartition, OffsetAndMetadata> progress = ownership.progress("s", SIMULATION, NOW.plusSeconds(1));
        Map<TopicPartition, OffsetAndMetadata> early = ownership.progress("s", SIMULATION, EIGHT);

        assertThat(progress)
                .hasSize(2)
                .containsEntry(
                        new TopicPartition("s", 2),
                        new OffsetAndMetadata(0, new ShardProgress(SIMULATION, NOW.plusSeconds(1)).text()));
        assertThat(early) // progress never goes back
                .containsEntry(
                        new TopicPartition("s", 0),
                        new OffsetAndMetadata(0, new ShardProgress(SIMULATION, NINE).text()));
    }

    @Test
    void endWithoutAShardWhenStopped() throws InterruptedException {
        assertThat(ownerships.awaitNext(() -> true)).isEmpty();
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
