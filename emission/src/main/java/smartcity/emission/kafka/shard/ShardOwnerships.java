package smartcity.emission.kafka.shard;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smartcity.identity.ShardProgress;
import smartcity.identity.SimulationIdentity;

/// The shards that this process owns, one assignment after the other. For the thread that emits.
public final class ShardOwnerships {
    private final ShardGroup group;
    private final DeviceShards shards;
    private final SimulationIdentity simulation;
    private final Function<Optional<Instant>, Instant> start;
    private @Nullable ShardOwnership current;

    /// @param simulation progress of others does not count
    /// @param start returns the instant at which a shard starts, given its progress if it has any
    public ShardOwnerships(
            ShardGroup group,
            DeviceShards shards,
            SimulationIdentity simulation,
            Function<Optional<Instant>, Instant> start) {
        this.group = group;
        this.shards = shards;
        this.simulation = simulation;
        this.start = start;
    }

    /// Waits until the process owns other shards than before; empty when stopped first.
    ///
    /// A shard it owned and still owns continues where this process stopped, any other where its last owner did.
    Optional<ShardOwnership> awaitNext(BooleanSupplier stopped) throws InterruptedException {
        ShardOwnership before = current;
        Optional<ShardOwnership> next = group.awaitChange(
                        before == null ? 0 : before.assignment().version(), stopped)
                .map(assignment -> new ShardOwnership(assignment, shards, startsOf(assignment, before)));
        next.ifPresent(ownership -> current = ownership);
        return next;
    }

    /// Whether an ownership has ended.
    boolean isOver(ShardOwnership ownership) {
        return group.hasChanged(ownership.assignment().version());
    }

    /// Declares that no further ownership will be awaited.
    void end() {
        group.leave();
    }

    private @Nullable Instant[] startsOf(ShardAssignment assignment, @Nullable ShardOwnership before) {
        @Nullable Instant[] starts = new Instant[shards.count()];
        for (Map.Entry<Integer, ShardAssignment.Claim> claim :
                assignment.claims().entrySet()) {
            int shard = claim.getKey();
            if (shard < starts.length) {
                starts[shard] = isKept(claim, before) && before != null
                        ? before.emittedUntil(shard)
                        : start.apply(claim.getValue()
                                .progress()
                                .filter(progress -> progress.simulation().equals(simulation))
                                .map(ShardProgress::emittedUntil));
            }
        }
        return starts;
    }

    private static boolean isKept(Map.Entry<Integer, ShardAssignment.Claim> claim, @Nullable ShardOwnership before) {
        return before != null && before.assignment().claims().get(claim.getKey()) == claim.getValue();
    }
}
