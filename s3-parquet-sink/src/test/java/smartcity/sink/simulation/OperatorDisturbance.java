package smartcity.sink.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.identity.TopicMarker;

/// What operators do: they move offsets, start another group, change settings, and open eras.
final class OperatorDisturbance {
    private final SimWorld world;
    private final ScheduleChance chance;

    OperatorDisturbance(SimWorld world) {
        this.world = world;
        this.chance = world.chance;
    }

    /// One of them, if it is possible now.
    ///
    /// @param choice below 55
    void step(int choice, TopicPartition partition) {
        String topic = partition.topic();
        if (choice < 17) {
            if (stopped()) {
                reset(partition);
            }
        } else if (choice < 25) {
            startOtherGroup();
        } else if (choice < 34) {
            changeRules(topic);
        } else if (choice < 38) {
            changeRulesBesideAFrozenMember(topic);
        } else if (choice < 44) {
            changeLayout(topic);
        } else {
            openEra(topic);
        }
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
            replica.end();
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

    /// By a stop of the whole group: a replica of the former rules that was frozen while it stores a cut could
    /// store the rest by them.
    private void changeRules(String topic) {
        if (stopped()) {
            boolean pending = pending(topic);
            world.trace.say("the rules of %s change", topic);
            world.settings.changeRules(topic);
            world.steps.disturb(pending ? WorldStep.RULES_CHANGED_DURING_A_CUT : WorldStep.RULES_CHANGED, topic);
        }
    }

    /// A replica that is frozen while no cut is pending continues by the former rules when the others have new ones; it
    /// must store nothing any more.
    private void changeRulesBesideAFrozenMember(String topic) {
        List<SimReplica> members =
                world.members().stream().filter(SimReplica::alive).toList();
        if (members.stream().allMatch(SimReplica::ready)) {
            return;
        }
        members.stream().filter(SimReplica::ready).forEach(SimReplica::end);
        world.lake.settleAll();
        world.coordinator.offsets().settleAll();
        if (pending(topic)) {
            return;
        }
        world.trace.say("the rules of %s change beside a frozen member", topic);
        world.advance(Duration.ofMinutes(2));
        world.settings.changeRules(topic);
        world.steps.disturb(WorldStep.RULES_CHANGED_BESIDE_A_FROZEN_MEMBER, topic);
    }

    private boolean pending(String topic) {
        return world.topics.partitions(topic).stream()
                .anyMatch(partition -> world.referee.watch(partition).pendingEnd() >= 0);
    }

    /// Replicas take it when they start, one after the other.
    private void changeLayout(String topic) {
        world.trace.say("the layout of %s changes", topic);
        world.settings.changeLayout(topic);
        world.steps.disturb(WorldStep.LAYOUT_CHANGED, topic);
    }

    /// Whole steps of ten minutes, so that schedules share what is made of settings.
    private Optional<Instant> landFrom() {
        long step = Duration.ofMinutes(10).toSeconds();
        long now = world.clock.instant().getEpochSecond() / step;
        return chance.permille(400)
                ? Optional.of(Instant.ofEpochSecond((now - chance.between(-1, 8)) * step))
                : Optional.empty();
    }

    private void openEra(String topic) {
        boolean blocked = world.topics.partitions(topic).stream().anyMatch(world::blocked);
        if (blocked || chance.permille(200)) {
            Optional<Instant> from = landFrom();
            world.trace.say("an operator opens an era of %s, from %s", topic, from);
            world.settings.openEra(topic, from);
            world.steps.disturb(blocked ? WorldStep.ERA_OPENED_AFTER_A_BLOCK : WorldStep.ERA_OPENED, topic);
            from.ifPresent(_ -> world.steps.count(WorldStep.ERA_OPENED_FROM_A_TIME));
            if (chance.permille(500)) {
                world.members().stream().filter(SimReplica::ready).forEach(SimReplica::end);
            }
        }
    }
}
