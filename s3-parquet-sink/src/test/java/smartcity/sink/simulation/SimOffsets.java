package smartcity.sink.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// What a group has committed, and the commits that are still in the network after their client has closed the
/// connection.
final class SimOffsets {
    /// One commit, as it was sent.
    record Sent(TopicPartition partition, OffsetAndMetadata offset, String member, int epoch) {}

    private final SimWorld world;
    private final SimCoordinator coordinator;
    private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();
    private final Map<TopicPartition, String> committers = new HashMap<>();
    private final List<Sent> delayed = new ArrayList<>();

    SimOffsets(SimWorld world, SimCoordinator coordinator) {
        this.world = world;
        this.coordinator = coordinator;
    }

    @Nullable
    OffsetAndMetadata of(TopicPartition partition) {
        return committed.get(partition);
    }

    /// The member that committed last; empty when none did.
    String committer(TopicPartition partition) {
        return committers.getOrDefault(partition, "");
    }

    /// The coordinator looks at a commit; returns whether the group takes it.
    boolean arrive(Sent sent) {
        boolean taken = coordinator.members().takes(sent.member, sent.epoch);
        world.trace.say(
                "coordinator %s commit of %s by %s/%d: %d %s",
                taken ? "takes" : "refuses",
                sent.partition,
                sent.member,
                sent.epoch,
                sent.offset.offset(),
                sent.offset.metadata());
        if (taken) {
            committed.put(sent.partition, sent.offset);
            committers.put(sent.partition, sent.member);
            world.referee.committed(coordinator.name(), sent.partition, sent.offset);
        }
        return taken;
    }

    /// The connection is gone, the request is not.
    void delay(Sent sent) {
        delayed.add(sent);
    }

    /// One delayed commit arrives or is lost.
    void settleOne() {
        if (!delayed.isEmpty()) {
            Sent sent = delayed.remove(world.chance.below(delayed.size()));
            if (world.chance.permille(700)) {
                world.trace.say("a commit arrives late");
                arrive(sent);
            }
        }
    }

    void settleAll() {
        while (!delayed.isEmpty()) {
            settleOne();
        }
    }

    /// An operator moves the group to another offset, as `kafka-consumer-groups --reset-offsets` does.
    void reset(TopicPartition partition, long offset) {
        OffsetAndMetadata moved = new OffsetAndMetadata(offset, "");
        committed.put(partition, moved);
        world.referee.reset(partition, moved);
    }

    /// The broker forgets the group's offsets.
    void expire() {
        committed.clear();
        world.referee.expired();
    }

    /// The topic is deleted, and its offsets with it.
    void forget(String topic) {
        committed.keySet().removeIf(partition -> partition.topic().equals(topic));
        world.referee.expired(topic);
    }

    /// A broker that was built again has neither offsets nor connections.
    void forgetAll() {
        delayed.clear();
        expire();
    }
}
