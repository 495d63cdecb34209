package smartcity.sink.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Consumer;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;
import smartcity.sink.store.ReadOutcome;

/// How one replica reaches the bucket: with refusals, lost answers, and puts that arrive after all hope.
record SimLakeLink(SimWorld world, SimReplica replica) implements ObjectStore {
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
        return switch (world.chance.below(6)) {
            case 0 -> new PutOutcome.Unavailable("503");
            case 1 -> new PutOutcome.Unavailable("409");
            case 2 -> new PutOutcome.Unavailable("timeout, not there");
            case 3 -> {
                world.lake.arrive(object);
                yield new PutOutcome.Unavailable("timeout, but there");
            }
            case 4 -> {
                world.lake.delay(object);
                yield new PutOutcome.Unavailable("timeout, there later");
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
        return world.lake
                .find(key)
                .<HeadOutcome>map(object -> new HeadOutcome.Found(object.facts()))
                .orElseGet(HeadOutcome.Absent::new);
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
