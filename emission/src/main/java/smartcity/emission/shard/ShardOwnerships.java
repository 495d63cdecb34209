package smartcity.emission.shard;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smartcity.shard.Shards;

/// One after the other, what this process owns. For the thread that tells it.
public final class ShardOwnerships {
    private final ShardGroup group;
    private final Shards shards;
    private final String city;
    private final Function<Optional<Instant>, Instant> start;
    private @Nullable ShardOwnership current;

    /// @param city as in [ShardProgress]
    /// @param start gives the instant at which a shard goes on that was told until an instant, or never
    public ShardOwnerships(ShardGroup group, Shards shards, String city, Function<Optional<Instant>, Instant> start) {
        this.group = group;
        this.shards = shards;
        this.city = city;
        this.start = start;
    }

    /// Waits until the process owns shards in another way than before; empty when ended first.
    ///
    /// A shard it owned and still owns goes on where this process left it, any other where its last owner did.
    public Optional<ShardOwnership> awaitNext(BooleanSupplier ended) throws InterruptedException {
        ShardOwnership before = current;
        Optional<ShardOwnership> next = group.awaitChange(
                        before == null ? 0 : before.assignment().version(), ended)
                .map(assignment -> new ShardOwnership(assignment, shards, startsOf(assignment, before)));
        next.ifPresent(tenure -> current = tenure);
        return next;
    }

    /// Whether a tenure is over.
    public boolean isOver(ShardOwnership tenure) {
        return group.hasChanged(tenure.assignment().version());
    }

    /// Tells that no more tenure is asked for.
    public void end() {
        group.leave();
    }

    private @Nullable Instant[] startsOf(ShardAssignment assignment, @Nullable ShardOwnership before) {
        @Nullable Instant[] starts = new Instant[shards.count()];
        for (Map.Entry<Integer, ShardAssignment.Mark> given : assignment.marks().entrySet()) {
            int shard = given.getKey();
            if (shard < starts.length) {
                starts[shard] = isKept(given, before) && before != null
                        ? before.toldUntil(shard)
                        : start.apply(given.getValue()
                                .progress()
                                .filter(progress -> progress.city().equals(city))
                                .map(ShardProgress::toldUntil));
            }
        }
        return starts;
    }

    private static boolean isKept(Map.Entry<Integer, ShardAssignment.Mark> given, @Nullable ShardOwnership before) {
        return before != null && before.assignment().marks().get(given.getKey()) == given.getValue();
    }
}
