package smartcity.sink.simulation;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;

/// Chooses what happens next.
final class ScheduleChoices {
    /// Chance of a step to be a disturbance, in a disturbed schedule [1/1000].
    private static final int DISTURBANCE = 25;

    private final SimWorld world;
    private final ScheduleChance chance;
    private final WorldDisturbance disturbance;

    ScheduleChoices(SimWorld world) {
        this.world = world;
        this.chance = world.chance;
        this.disturbance = new WorldDisturbance(world);
    }

    private List<SimReplica> those(Predicate<SimReplica> wanted) {
        return world.replicas.stream().filter(wanted).toList();
    }

    void step() {
        if (world.profile.disturbed() && chance.permille(DISTURBANCE)) {
            disturbance.step();
            return;
        }
        int choice = chance.below(1000);
        if (choice < 480) {
            some(SimReplica::ready, SimReplica::turn);
        } else if (choice < 700) {
            some(SimReplica::active, SimReplica::work);
        } else if (choice < 820) {
            world.topics.produce(world.clock.instant());
        } else if (choice < 900) {
            members(choice - 820);
        } else {
            misfortune(choice - 900);
        }
    }

    private void some(Predicate<SimReplica> wanted, java.util.function.Consumer<SimReplica> action) {
        List<SimReplica> able = those(wanted);
        if (!able.isEmpty()) {
            action.accept(chance.pick(able));
        }
    }

    private void members(int choice) {
        long alive = world.members().stream().filter(SimReplica::alive).count();
        if (choice < 50) {
            if (alive == 0 || (alive < world.profile.replicas() && choice < 20)) {
                world.start();
            }
        } else if (choice < 56) {
            some(SimReplica::ready, replica -> {
                world.trace.say("%s is killed", replica.name());
                replica.end();
            });
        } else if (choice < 62) {
            some(SimReplica::ready, SimReplica::stop);
        } else if (choice < 70) {
            some(SimReplica::active, SimReplica::flush);
        } else {
            world.advance(chance.millis(1_000, 40_000));
        }
    }

    private void misfortune(int choice) {
        if (choice < 30) {
            world.coordinator.offsets().settleOne();
        } else if (choice < 50) {
            world.lake.settleOne();
        } else if (choice < 60) {
            partition(log -> log.skip(chance.between(1, 4)));
        } else if (choice < 66) {
            partition(log -> log.compact(chance));
        } else if (choice < 71) {
            partition(log -> log.deleteBefore(chance.between(log.first, log.end)));
        } else if (choice < 80) {
            some(SimReplica::alive, replica -> replica.consumer().connection().close());
        } else if (choice < 96) {
            outage(choice);
        } else if (choice < 98) {
            world.trace.say("a topic grows");
            world.topics.grow(chance.pick(SimTopics.NAMES));
            world.topicsChanged();
        } else {
            forgetOffsets();
        }
    }

    private void partition(java.util.function.Consumer<PartitionLog> action) {
        TopicPartition partition = chance.pick(world.topics.partitions());
        action.accept(world.topics.log(partition));
        PartitionLog log = world.topics.log(partition);
        world.referee.changed(log, log.end);
        world.trace.say("%s is now [%d, %d)", partition, log.first, log.end);
    }

    private void outage(int choice) {
        Duration time = chance.millis(500, chance.permille(300) ? 60_000 : 12_000);
        world.trace.say("outage %d for %s", choice, time);
        if (choice < 84) {
            world.outages.broker(time);
            world.replicas.stream()
                    .filter(SimReplica::alive)
                    .forEach(one -> one.consumer().connection().close());
        } else if (choice < 90) {
            world.outages.coordinator(time);
        } else {
            world.outages.bucket(time);
        }
    }

    /// The broker forgets the offsets of a group that has been empty for days; nothing that was sent before is still on
    /// its way then.
    private void forgetOffsets() {
        if (those(replica -> replica.alive() && !replica.ready()).isEmpty()) {
            world.trace.say("days pass without a replica");
            those(SimReplica::alive).forEach(SimReplica::end);
            world.lake.settleAll();
            world.coordinator.offsets().settleAll();
            world.advance(Duration.ofDays(8));
            if (world.coordinator.members().empty()) {
                world.coordinator.offsets().expire();
            }
        }
    }
}
