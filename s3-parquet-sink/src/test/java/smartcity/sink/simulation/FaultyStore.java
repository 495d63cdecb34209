package smartcity.sink.simulation;

import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;

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
    public ListOutcome list(String prefix) {
        return store.list(prefix);
    }
}
