package smartcity.sink.simulation;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One run from a seed: chaos, then healing, then the proof.
final class SimSchedule {
    private static final int MOST_TURNS = 400;

    /// One of so many schedules has real Parquet, which takes longer than all the rest.
    private static final int PARQUET = 250;

    private final SimWorld world;

    private SimSchedule(long seed, ProtocolMutant mutant, boolean traced) {
        ScheduleChance chance = new ScheduleChance(seed);
        world = new SimWorld(chance, ScheduleProfile.of(chance, seed % PARQUET == PARQUET - 1), mutant, traced);
    }

    /// Runs it; returns what was broken, or null.
    static @Nullable PromiseViolation run(long seed, ProtocolMutant mutant) {
        return new SimSchedule(seed, mutant, false).outcome();
    }

    /// Runs it again and returns what happened.
    static String trace(long seed, ProtocolMutant mutant) {
        SimSchedule schedule = new SimSchedule(seed, mutant, true);
        schedule.outcome();
        return schedule.world.profile + "\n" + schedule.world.trace.text();
    }

    private @Nullable PromiseViolation outcome() {
        try {
            world.start();
            while (world.chaos && world.referee.violation() == null) {
                world.step();
            }
            heal();
            replaceAll();
            heal();
            world.referee.end();
        } catch (PromiseViolation e) {
            world.referee.broken(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            world.referee.broken("the simulation itself failed: " + e, e);
        }
        return world.referee.violation();
    }

    /// No fault happens any more, so everything must land.
    private void heal() {
        world.trace.say("all is well again");
        world.outages.end();
        world.replicas.removeIf(replica -> !replica.alive());
        if (world.replicas.isEmpty()) {
            world.start();
        }
        for (int i = 0; i < MOST_TURNS && !quiet(); i++) {
            for (SimReplica replica : world.replicas) {
                if (replica.alive()) {
                    replica.turn();
                }
                while (replica.work()) {}
            }
            world.offsets.settleOne();
            world.lake.settleOne();
            world.advance(Duration.ofSeconds(2));
        }
        if (!quiet()) {
            throw world.referee.broken(
                    "not everything landed after all was well again: " + world.referee.incomplete(), null);
        }
        world.offsets.settleAll();
        world.lake.settleAll();
    }

    private boolean quiet() {
        if (world.referee.violation() != null) {
            return true;
        }
        return world.topics.partitions().stream().allMatch(world.referee::complete);
    }

    private void replaceAll() {
        world.trace.say("every replica is replaced");
        world.replicas.forEach(SimReplica::die);
    }
}
