package smartcity.sink.store;

import java.util.function.Consumer;

/// Passes each request on to another store; a test overrides those that it counts, breaks or falsifies.
public class ForwardingObjectStore implements ObjectStore {
    private final ObjectStore store;

    public ForwardingObjectStore(ObjectStore store) {
        this.store = store;
    }

    @Override
    public String location() {
        return store.location();
    }

    @Override
    public PutOutcome putIfAbsent(NewObject object) {
        return store.putIfAbsent(object);
    }

    @Override
    public HeadOutcome head(String key) {
        return store.head(key);
    }

    @Override
    public ReadOutcome read(String key) {
        return store.read(key);
    }

    @Override
    public ListOutcome list(String prefix, Consumer<String> each) {
        return store.list(prefix, each);
    }
}
