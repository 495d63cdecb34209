package smartcity.sink.simulation;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// What happens to Kafka beside its usual faults, and what operators do ([OperatorDisturbance]).
final class WorldDisturbance {
    private final SimWorld world;
    private final ScheduleChance chance;
    private final OperatorDisturbance operator;

    WorldDisturbance(SimWorld world) {
        this.world = world;
        this.chance = world.chance;
        this.operator = new OperatorDisturbance(world);
    }

    /// One of them, if it is possible now.
    void step() {
        int choice = chance.below(100);
        TopicPartition partition = partition();
        String topic = partition.topic();
        if (choice < 14) {
            createAgain(topic);
        } else if (choice < 17) {
            buildAgain();
        } else if (choice < 20) {
            stepClock();
        } else if (choice < 45) {
            truncate(world.topics.log(partition));
        } else {
            operator.step(choice - 45, partition);
        }
    }

    /// Most often one of which something has landed, or which has a pending cut.
    private TopicPartition partition() {
        List<TopicPartition> all = world.topics.partitions();
        List<TopicPartition> pending = all.stream()
                .filter(one -> world.referee.watch(one).pendingEnd() >= 0)
                .toList();
        List<TopicPartition> landed = all.stream()
                .filter(one -> world.referee.watch(one).reached() > 0)
                .toList();
        List<TopicPartition> some = !pending.isEmpty() && chance.permille(500) ? pending : landed;
        return some.isEmpty() || chance.permille(200) ? chance.pick(all) : chance.pick(some);
    }

    /// Nothing may follow from it but what names and logs say of the time.
    private void stepClock() {
        Duration by = Duration.ofMinutes(chance.between(1, 3 * 24 * 60)).multipliedBy(chance.permille(500) ? 1 : -1);
        world.trace.say("the wall clock is set by %s", by);
        world.wall.step(by);
        world.steps.count(WorldStep.CLOCK_STEPPED);
    }

    private void createAgain(String topic) {
        world.trace.say("%s is deleted and created again", topic);
        List<TopicPartition> before = world.topics.partitions(topic);
        long ends = before.stream().mapToLong(one -> world.topics.log(one).end).sum();
        world.topics.createAgain(topic);
        if (chance.permille(700)) {
            world.coordinator.offsets().forget(topic);
        }
        boolean longer = chance.permille(500);
        for (TopicPartition partition : world.topics.partitions(topic)) {
            int records = longer ? chance.between(1, (int) ends + 5) : chance.between(0, 5);
            world.topics.produce(world.topics.log(partition), records, world.clock.instant());
        }
        world.topicsChanged();
        world.steps.disturb(
                longer ? WorldStep.TOPIC_CREATED_AGAIN_LONGER : WorldStep.TOPIC_CREATED_AGAIN_SHORTER, topic);
    }

    private void buildAgain() {
        world.trace.say("the cluster is built again");
        world.replicas.stream()
                .filter(SimReplica::alive)
                .forEach(one -> one.consumer().connection().close());
        world.topics.buildAgain();
        world.forgetGroups();
        for (TopicPartition partition : world.topics.partitions()) {
            world.topics.produce(world.topics.log(partition), chance.between(0, 30), world.clock.instant());
        }
        world.steps.disturbAll(WorldStep.CLUSTER_BUILT_AGAIN);
    }

    /// The log loses its end; most often records come in its place.
    private void truncate(PartitionLog log) {
        if (log.end == log.first) {
            return;
        }
        long reached = Math.min(world.referee.watch(log.partition).reached(), log.end);
        long offset = reached > log.first && chance.permille(600)
                ? chance.between(Math.max(log.first, reached - 8), reached - 1)
                : chance.between(log.first, log.end - 1);
        world.steps.disturb(kind(log, offset), log.partition.topic());
        log.truncate(offset);
        world.trace.say("%s is truncated to %d in epoch %d", log.partition, offset, log.leaderEpoch());
        world.referee.changed(log, offset);
        if (chance.permille(700)) {
            world.topics.produce(log, chance.between(1, 15), world.clock.instant());
        }
    }

    private WorldStep kind(PartitionLog log, long offset) {
        PartitionWatch watch = world.referee.watch(log.partition);
        OffsetAndMetadata known = watch.known();
        if (known != null && known.offset() > offset) {
            return WorldStep.LOG_TRUNCATED_BEFORE_WHAT_LANDED;
        }
        return watch.reached() > offset ? WorldStep.LOG_TRUNCATED_IN_A_CUT : WorldStep.LOG_TRUNCATED_BEHIND_WHAT_LANDED;
    }
}
