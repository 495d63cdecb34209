package smartcity.sink.simulation;

import java.util.function.Consumer;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;
import smartcity.sink.store.ReadOutcome;

/// A bucket in front of the real one; mutants override the requests that they falsify.
class FaultyStore implements ObjectStore {
    private final ObjectStore store;

    FaultyStore(ObjectStore store) {
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
