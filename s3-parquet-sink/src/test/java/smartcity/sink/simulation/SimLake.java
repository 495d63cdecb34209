package smartcity.sink.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.PutOutcome;

/// The bucket, and the puts that are still in the network after their client has given up or ended.
final class SimLake {
    /// The folder of what the sink stores for itself.
    private static final String OWN = "_sink/";

    private final SimWorld world;
    private final TreeMap<String, NewObject> objects = new TreeMap<>();
    private final List<NewObject> delayed = new ArrayList<>();

    SimLake(SimWorld world) {
        this.world = world;
    }

    /// A put arrives.
    PutOutcome arrive(NewObject object) {
        @Nullable NewObject before = objects.get(object.key());
        world.trace.say(
                "bucket gets %s with %d records%s", object.key(), object.records(), before == null ? "" : ", again");
        if (before != null && world.profile.conditional()) {
            return new PutOutcome.AlreadyThere(before.facts());
        }
        objects.put(object.key(), object);
        if (!object.key().startsWith(OWN)) {
            world.referee.stored(object.key(), rows(object));
        }
        return new PutOutcome.Stored();
    }

    /// The object under the key, if there is one.
    Optional<NewObject> find(String key) {
        return Optional.ofNullable(objects.get(key));
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
        return objects.tailMap(prefix, true).keySet().stream()
                .takeWhile(key -> key.startsWith(prefix))
                .toList();
    }

    void delay(NewObject object) {
        delayed.add(object);
    }

    /// One delayed put arrives or is lost.
    void settleOne() {
        if (!delayed.isEmpty()) {
            NewObject object = delayed.remove(world.chance.below(delayed.size()));
            if (world.chance.permille(700)) {
                world.trace.say("a put arrives late");
                arrive(object);
            }
        }
    }

    void settleAll() {
        while (!delayed.isEmpty()) {
            settleOne();
        }
    }
}
