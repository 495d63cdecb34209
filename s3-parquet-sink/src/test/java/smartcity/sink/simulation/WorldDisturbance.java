package smartcity.sink.simulation;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.identity.TopicMarker;

/// What happens to Kafka beside its usual faults, and what operators do.
final class WorldDisturbance {
    private final SimWorld world;
    private final ScheduleChance chance;

    WorldDisturbance(SimWorld world) {
        this.world = world;
        this.chance = world.chance;
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
        } else if (choice < 62) {
            if (stopped()) {
                reset(partition);
            }
        } else if (choice < 70) {
            startOtherGroup();
        } else if (choice < 83) {
            changeRules(topic);
        } else if (choice < 89) {
            changeLayout(topic);
        } else {
            openEra(topic);
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

    /// Stops the group as an operator does before a change: every process has ended, and what it sent has arrived or
    /// is lost. Not while one is frozen, as then it has not ended.
    private boolean stopped() {
        if (world.members().stream().anyMatch(replica -> replica.alive() && !replica.ready())) {
            return false;
        }
        boolean orderly = chance.permille(400);
        for (SimReplica replica : world.members()) {
            if (replica.alive() && orderly) {
                replica.stop();
            }
            replica.die();
        }
        world.trace.say("an operator has stopped the group");
        world.lake.settleAll();
        world.coordinator.offsets().settleAll();
        world.advance(Duration.ofMinutes(2));
        return world.coordinator.members().empty();
    }

    private void reset(TopicPartition partition) {
        PartitionWatch watch = world.referee.watch(partition);
        PartitionLog log = world.topics.log(partition);
        OffsetAndMetadata known = watch.known();
        long landed = known == null ? 0 : known.offset();
        long least = landed > log.first && landed < log.end && chance.permille(300) ? landed : log.first;
        long offset = chance.between(least, log.end);
        world.trace.say("an operator resets %s from %d to %d", partition, landed, offset);
        if (watch.pendingEnd() >= 0) {
            world.steps.disturb(WorldStep.GROUP_RESET_DURING_A_CUT, partition.topic());
        }
        world.steps.disturb(
                offset < landed ? WorldStep.GROUP_SET_BACK : WorldStep.GROUP_SET_FORWARD, partition.topic());
        world.coordinator.offsets().reset(partition, offset);
    }

    /// Another sink is started for the topics, which are landed already.
    private void startOtherGroup() {
        if (SimTopics.NAMES.stream().allMatch(this::marked)) {
            world.startOtherGroup();
            world.steps.count(WorldStep.SECOND_GROUP_STARTED);
        }
    }

    private boolean marked(String topic) {
        int era = world.settings.of(topic).era();
        return world.lake.find(TopicMarker.key("", topic, era)).isPresent();
    }

    /// By a stop of the whole group: a replica of the former rules that was frozen could store what it has by them.
    private void changeRules(String topic) {
        if (stopped()) {
            boolean pending = world.topics.partitions(topic).stream()
                    .anyMatch(partition -> world.referee.watch(partition).pendingEnd() >= 0);
            world.trace.say("the rules of %s change", topic);
            world.settings.changeRules(topic);
            world.steps.disturb(pending ? WorldStep.RULES_CHANGED_DURING_A_CUT : WorldStep.RULES_CHANGED, topic);
        }
    }

    /// Replicas take it when they start, one after the other.
    private void changeLayout(String topic) {
        world.trace.say("the layout of %s changes", topic);
        world.settings.changeLayout(topic);
        world.steps.disturb(WorldStep.LAYOUT_CHANGED, topic);
    }

    private void openEra(String topic) {
        boolean blocked = world.topics.partitions(topic).stream().anyMatch(world::blocked);
        if (blocked || chance.permille(200)) {
            world.trace.say("an operator opens an era of %s", topic);
            world.settings.openEra(topic);
            world.steps.disturb(blocked ? WorldStep.ERA_OPENED_AFTER_A_BLOCK : WorldStep.ERA_OPENED, topic);
            if (chance.permille(500)) {
                world.members().stream().filter(SimReplica::ready).forEach(SimReplica::die);
            }
        }
    }
}
