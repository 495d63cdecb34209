package smartcity.sink.tracing;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import smartcity.sink.cut.LandedObjectName;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;
import smartcity.sink.store.ReadOutcome;

/// A bucket whose requests that store objects of cuts get spans.
record TracedObjectStore(ObjectStore store, CutTracing tracing) implements ObjectStore {
    @Override
    public String location() {
        return store.location();
    }

    @Override
    public PutOutcome putIfAbsent(NewObject object) {
        Optional<LandedObjectName> name = LandedObjectName.of(object.key());
        long bytes = object.content().size();
        Instant start = tracing.now();
        PutOutcome outcome = store.putIfAbsent(object);
        name.ifPresent(
                of -> tracing.put(new StorePut(object.key(), of, bytes, start, tracing.now(), failure(outcome))));
        return outcome;
    }

    private static Optional<String> failure(PutOutcome outcome) {
        return switch (outcome) {
            case PutOutcome.Stored _, PutOutcome.AlreadyThere _ -> Optional.empty();
            case PutOutcome.Unavailable(String reason) -> Optional.of(reason);
            case PutOutcome.Refused(String reason) -> Optional.of(reason);
        };
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
