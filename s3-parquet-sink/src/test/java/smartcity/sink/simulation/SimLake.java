package smartcity.sink.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.PutOutcome;

/// The bucket, and the puts that still roam the network after their client has given up or died.
final class SimLake {
    private final SimWorld world;
    private final TreeMap<String, Long> records = new TreeMap<>();
    private final List<NewObject> roaming = new ArrayList<>();

    SimLake(SimWorld world) {
        this.world = world;
    }

    /// A put arrives.
    PutOutcome arrive(NewObject object) {
        @Nullable Long before = records.get(object.key());
        world.trace.say(
                "bucket gets %s with %d records%s", object.key(), object.records(), before == null ? "" : ", again");
        if (before != null && world.profile.conditional()) {
            return new PutOutcome.AlreadyThere(OptionalLong.of(before));
        }
        records.put(object.key(), object.records());
        world.referee.stored(object.key(), rows(object));
        return new PutOutcome.Stored();
    }

    private List<LandedRow> rows(NewObject object) {
        try (InputStream content = object.content().stream()) {
            byte[] bytes = content.readAllBytes();
            return world.profile.parquet()
                    ? LandedParquet.rows(bytes, object.key().contains("/dead_letters/"))
                    : RowsFormat.read(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> keys(String prefix) {
        return records.tailMap(prefix, true).keySet().stream()
                .takeWhile(key -> key.startsWith(prefix))
                .toList();
    }

    void roam(NewObject object) {
        roaming.add(object);
    }

    /// One roaming put arrives, or gets lost.
    void settleOne() {
        if (!roaming.isEmpty()) {
            NewObject object = roaming.remove(world.chance.below(roaming.size()));
            if (world.chance.permille(700)) {
                world.trace.say("a put arrives late");
                arrive(object);
            }
        }
    }

    void settleAll() {
        while (!roaming.isEmpty()) {
            settleOne();
        }
    }
}
