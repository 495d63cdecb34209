package smartcity.sink.simulation;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// One run from a seed: chaos, then healing, a rolling upgrade, then the proof.
final class SimSchedule {
    private static final int MOST_TURNS = 400;

    /// One of so many schedules has real Parquet, which takes longer than all the rest.
    private static final int PARQUET = 500;

    /// Blocked partitions are tried again after half a minute, which is 15 turns.
    private static final int BLOCKED_TURNS = 35;

    private static final int MOST_ERAS = 3;

    /// Chance of a schedule to end with a rolling upgrade [1/1000].
    private static final int UPGRADED = 200;

    private final SimWorld world;
    private final PromiseProof proof;

    private SimSchedule(long seed, ProtocolMutant mutant, boolean traced) {
        ScheduleChance chance = new ScheduleChance(seed);
        world = new SimWorld(chance, ScheduleProfile.of(chance, seed % PARQUET == PARQUET - 1), mutant, traced);
        proof = new PromiseProof(world);
    }

    /// Runs it.
    static ScheduleResult run(long seed, ProtocolMutant mutant) {
        SimSchedule schedule = new SimSchedule(seed, mutant, false);
        @Nullable PromiseViolation violation = schedule.violation();
        return new ScheduleResult(violation, schedule.world.steps.counts());
    }

    /// Runs it again and returns what happened.
    static String trace(long seed, ProtocolMutant mutant) {
        SimSchedule schedule = new SimSchedule(seed, mutant, true);
        schedule.violation();
        return schedule.world.profile + "\n" + schedule.world.trace.text();
    }

    private @Nullable PromiseViolation violation() {
        try {
            world.start();
            while (world.chaos && world.referee.violation() == null) {
                world.step();
            }
            settle();
            replaceAll();
            settle();
            if (world.chance.permille(UPGRADED)) {
                new RollingUpgrade(world).run();
                settle();
            }
            proof.end();
        } catch (PromiseViolation e) {
            world.referee.broken(e.promise(), String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            world.referee.broken(BrokenPromise.ENDED, "the simulation itself failed: " + e, e);
        }
        return world.referee.violation();
    }

    /// No fault happens any more, so everything must land; an operator opens eras for what is blocked.
    private void settle() {
        heal();
        for (int i = 0; i < MOST_ERAS && openEras(); i++) {
            replaceAll();
            heal();
        }
        if (world.topics.partitions().stream().anyMatch(world::blocked)) {
            throw world.referee.broken(BrokenPromise.STUCK, "blocked in a new era", null);
        }
    }

    private boolean openEras() {
        List<String> blocked = SimTopics.NAMES.stream()
                .filter(topic -> world.topics.partitions(topic).stream().anyMatch(world::blocked))
                .toList();
        for (String topic : blocked) {
            world.trace.say("an operator opens an era of %s", topic);
            world.settings.openEra(topic);
            world.steps.settled(topic);
        }
        return !blocked.isEmpty();
    }

    private void heal() {
        world.trace.say("all is well again");
        world.outages.end();
        world.replicas.stream().filter(SimReplica::outdated).forEach(SimReplica::end);
        world.replicas.removeIf(replica -> !replica.alive());
        if (world.members().isEmpty()) {
            world.start();
        }
        int turns = 0;
        while (turns < MOST_TURNS && !quiet(turns)) {
            turns++;
            for (SimReplica replica : world.replicas) {
                if (replica.alive()) {
                    replica.turn();
                }
                while (replica.work()) {}
            }
            world.coordinator.offsets().settleOne();
            world.lake.settleOne();
            world.advance(Duration.ofSeconds(2));
        }
        if (!quiet(turns)) {
            throw world.referee.broken(
                    BrokenPromise.STUCK, "not everything landed after all was well again: " + proof.incomplete(), null);
        }
        world.coordinator.offsets().settleAll();
        world.lake.settleAll();
    }

    private boolean quiet(int turns) {
        if (world.referee.violation() != null) {
            return true;
        }
        return world.topics.partitions().stream()
                .allMatch(
                        partition -> proof.complete(partition) || (turns > BLOCKED_TURNS && rightlyBlocked(partition)));
    }

    private boolean rightlyBlocked(TopicPartition partition) {
        return world.steps.mayBlock(partition.topic()) && world.blocked(partition);
    }

    private void replaceAll() {
        world.trace.say("every replica is replaced");
        world.replicas.forEach(SimReplica::end);
    }
}
