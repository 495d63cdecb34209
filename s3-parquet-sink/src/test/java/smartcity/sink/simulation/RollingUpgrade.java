package smartcity.sink.simulation;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/// Replicas join, and former ones stop in order while the group rebalances; all is well. None of them may leave a cut
/// behind, as replicas with other rules could not complete it.
final class RollingUpgrade {
    private static final int REPLACED = 3;
    private static final int MOST_TURNS = 8;

    /// As many seconds as removed members need to be forgotten.
    private static final int ROUNDS = 14;

    private final SimWorld world;
    private final ScheduleChance chance;

    RollingUpgrade(SimWorld world) {
        this.world = world;
        this.chance = world.chance;
    }

    void run() {
        world.trace.say("the replicas are upgraded");
        world.start();
        world.together = true;
        for (int i = 0; i < REPLACED; i++) {
            rebalance();
            produce();
            beginCuts();
            world.start();
            takeTurns();
            stop(chance.pick(ready()));
        }
        world.together = false;
    }

    private List<SimReplica> ready() {
        return world.replicas.stream().filter(SimReplica::ready).toList();
    }

    /// Each gets its partitions.
    private void rebalance() {
        for (int i = 0; i < ROUNDS; i++) {
            for (SimReplica replica : ready()) {
                replica.turn();
                while (replica.work()) {}
            }
            world.advance(Duration.ofSeconds(1));
        }
    }

    private void produce() {
        for (TopicPartition partition : world.topics.partitions()) {
            world.topics.produce(world.topics.log(partition), chance.between(1, 8), world.clock.instant());
        }
    }

    /// Most have a pending cut then, whose objects are not stored yet.
    private void beginCuts() {
        for (SimReplica replica : ready()) {
            replica.flush();
            replica.turn();
        }
    }

    /// Some of them join the rebalance.
    private void takeTurns() {
        for (int i = chance.below(MOST_TURNS); i > 0; i--) {
            SimReplica replica = chance.pick(ready());
            replica.turn();
            if (chance.permille(100)) {
                replica.work();
            }
        }
    }

    private void stop(SimReplica replica) {
        replica.stop();
        if (replica.settlesWhatIsRevoked()) {
            world.topics.partitions().forEach(partition -> mustNotBeLeft(partition, replica));
        }
    }

    private void mustNotBeLeft(TopicPartition partition, SimReplica by) {
        boolean left = world.referee.watch(partition).pendingEnd() >= 0
                && by.was(world.coordinator.offsets().committer(partition));
        world.referee.must(
                !left, BrokenPromise.LEFT_PENDING, by.name() + " stopped in order but left a cut of " + partition);
    }
}
