package smartcity.sink.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;
import smartcity.sink.store.ReadOutcome;
import smartcity.sink.store.StoredMetadata;

/// How one replica reaches the bucket: with refusals, lost answers, and puts that arrive after all hope.
record SimLakeLink(SimWorld world, SimReplica replica) implements ObjectStore {
    /// The store confirmed the put, and its client has found out that the object is not there.
    static final String CONFIRMED = "confirmed, but not there";

    private static final int FALSE_HEAD = 500;

    @Override
    public String location() {
        return "simulated://bucket";
    }

    @Override
    public PutOutcome putIfAbsent(NewObject object) {
        try {
            world.point(replica, "before put");
        } catch (SimCrash e) {
            if (world.chance.permille(300)) {
                world.lake.delay(object);
            }
            throw e;
        }
        if (!world.outages.bucketUp()) {
            return new PutOutcome.Unavailable("the bucket is away");
        }
        PutOutcome outcome = world.faulty() ? fault(object) : world.lake.arrive(object);
        world.point(replica, "after put");
        return outcome;
    }

    private PutOutcome fault(NewObject object) {
        return switch (world.chance.below(7)) {
            case 0 -> new PutOutcome.Unavailable("503");
            case 1 -> new PutOutcome.Unavailable("409");
            case 2 -> new PutOutcome.Unavailable("timeout, not there");
            case 3 -> {
                world.steps.count(WorldStep.PUT_STORED_BUT_NOT_CONFIRMED);
                world.lake.arrive(object);
                yield new PutOutcome.Unavailable("timeout, but there");
            }
            case 4 -> {
                world.lake.delay(object);
                yield new PutOutcome.Unavailable("timeout, there later");
            }
            case 5 -> {
                world.steps.count(WorldStep.PUT_CONFIRMED_BUT_NOT_STORED);
                yield new PutOutcome.Unavailable(CONFIRMED);
            }
            default -> {
                PutOutcome outcome = world.lake.arrive(object);
                world.pass(replica, Duration.ofSeconds(8));
                yield outcome;
            }
        };
    }

    @Override
    public HeadOutcome head(String key) {
        world.point(replica, "before head");
        if (!world.outages.bucketUp() || world.faulty()) {
            return new HeadOutcome.Unavailable("503");
        }
        return world.lake.find(key).map(this::found).orElseGet(HeadOutcome.Absent::new);
    }

    /// A proxy may answer what was true earlier, which only does no harm where a put is refused if the object is there,
    /// and may leave out what it does not know.
    private HeadOutcome found(NewObject object) {
        if (world.profile.disturbed() && world.chaos && world.chance.permille(FALSE_HEAD)) {
            if (world.profile.conditional() && world.chance.permille(500)) {
                world.steps.count(WorldStep.HEAD_FOUND_NOTHING_OF_AN_OBJECT);
                return new HeadOutcome.Absent();
            }
            world.steps.count(WorldStep.HEAD_WITHOUT_METADATA);
            return new HeadOutcome.Found(new StoredMetadata(OptionalLong.empty(), Map.of()));
        }
        return new HeadOutcome.Found(object.facts());
    }

    @Override
    public ReadOutcome read(String key) {
        world.point(replica, "before read");
        if (!world.outages.bucketUp() || world.faulty()) {
            return new ReadOutcome.Unavailable("503");
        }
        return world.lake
                .find(key)
                .<ReadOutcome>map(object -> new ReadOutcome.Read(new String(bytes(object), StandardCharsets.UTF_8)))
                .orElseGet(ReadOutcome.Absent::new);
    }

    private static byte[] bytes(NewObject object) {
        try (InputStream content = object.content().stream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ListOutcome list(String prefix, Consumer<String> each) {
        world.point(replica, "before list");
        if (!world.outages.bucketUp() || world.faulty()) {
            return new ListOutcome.Unavailable("503");
        }
        world.lake.keys(prefix).forEach(each);
        return new ListOutcome.Listed();
    }
}
