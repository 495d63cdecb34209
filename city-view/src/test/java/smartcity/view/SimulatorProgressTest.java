package smartcity.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;
import smartcity.identity.ShardProgress;
import smartcity.identity.SimulationIdentity;

class SimulatorProgressTest {
    private static final SimulationIdentity SIMULATION = new SimulationIdentity(42, null, null, 1, null);

    private static OffsetAndMetadata commit(String instant) {
        return new OffsetAndMetadata(7, new ShardProgress(SIMULATION, Instant.parse(instant)).text());
    }

    @Test
    void oneSlowShardAmongFastOnesIsTheSlowest() {
        assertThat(SimulatorProgress.slowestShard(List.of(
                        commit("2026-11-10T08:00:05Z"),
                        commit("2026-11-10T07:51:00Z"),
                        commit("2026-11-10T08:00:06Z"))))
                .contains(Instant.parse("2026-11-10T07:51:00Z"));
    }

    @Test
    void aCommitOfAnythingElseIsNoProgress() {
        assertThat(SimulatorProgress.slowestShard(
                        List.of(new OffsetAndMetadata(7, "leader"), new OffsetAndMetadata(0))))
                .isEmpty();
    }
}
