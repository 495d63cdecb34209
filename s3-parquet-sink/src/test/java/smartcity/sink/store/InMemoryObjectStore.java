package smartcity.sink.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A bucket in memory that misbehaves on request.
public final class InMemoryObjectStore implements ObjectStore {
    /// A fault of one put.
    public enum Fault {
        /// Nothing is stored, and the answer is an error.
        UNAVAILABLE,
        /// The object is stored, but the answer is lost.
        ANSWER_LOST,
        /// The bucket refuses.
        REFUSED
    }

    private final Map<String, NewObject> objects = new TreeMap<>();
    private final Queue<Fault> faults = new ArrayDeque<>();
    private boolean down;
    private boolean conditional = true;

    @Override
    public String location() {
        return "memory://bucket";
    }

    @Override
    public synchronized PutOutcome putIfAbsent(NewObject object) {
        Fault fault = down ? Fault.UNAVAILABLE : isMarker(object) ? null : faults.poll();
        return switch (fault) {
            case null -> put(object);
            case UNAVAILABLE -> new PutOutcome.Unavailable("503");
            case REFUSED -> new PutOutcome.Refused("403");
            case ANSWER_LOST -> {
                put(object);
                yield new PutOutcome.Unavailable("timeout");
            }
        };
    }

    /// Faults are meant for what the test stores.
    private static boolean isMarker(NewObject object) {
        return object.key().contains("_sink/topics/");
    }

    private PutOutcome put(NewObject object) {
        @Nullable NewObject before = conditional ? objects.putIfAbsent(object.key(), object) : null;
        if (!conditional) {
            objects.put(object.key(), object);
        }
        return before == null ? new PutOutcome.Stored() : new PutOutcome.AlreadyThere(before.facts());
    }

    @Override
    public synchronized HeadOutcome head(String key) {
        NewObject object = objects.get(key);
        if (down) {
            return new HeadOutcome.Unavailable("503");
        }
        return object == null ? new HeadOutcome.Absent() : new HeadOutcome.Found(object.facts());
    }

    @Override
    public synchronized ReadOutcome read(String key) {
        NewObject object = objects.get(key);
        if (down) {
            return new ReadOutcome.Unavailable("503");
        }
        return object == null
                ? new ReadOutcome.Absent()
                : new ReadOutcome.Read(new String(bytes(object), StandardCharsets.UTF_8));
    }

    private static byte[] bytes(NewObject object) {
        try (InputStream content = object.content().stream()) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized ListOutcome list(String prefix, Consumer<String> each) {
        if (down) {
            return new ListOutcome.Unavailable("503");
        }
        objects.keySet().stream().filter(key -> key.startsWith(prefix)).forEach(each);
        return new ListOutcome.Listed();
    }

    /// All objects of data, by key; not what the sink stores for itself.
    public synchronized Map<String, NewObject> objects() {
        Map<String, NewObject> data = new TreeMap<>(objects);
        data.keySet().removeIf(key -> key.contains("_sink/"));
        return data;
    }

    /// Every key, also of what the sink stores for itself.
    public synchronized List<String> keys() {
        return List.copyOf(objects.keySet());
    }

    /// Deletes an object, which breaks the contract of the lake.
    public synchronized void remove(String key) {
        objects.remove(key);
    }

    /// The next put fails.
    public synchronized void failNext(Fault fault) {
        faults.add(fault);
    }

    /// The bucket ignores `If-None-Match` from now on.
    public synchronized void ignoreConditions() {
        conditional = false;
    }

    /// Nothing answers until it is up again.
    public synchronized void down(boolean isDown) {
        down = isDown;
    }
}
