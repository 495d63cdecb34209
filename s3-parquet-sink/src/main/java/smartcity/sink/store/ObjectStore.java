package smartcity.sink.store;

import java.util.function.Consumer;

/// A bucket. For any thread.
public interface ObjectStore {
    /// Where it is, as an operator would write it, without a key: `s3://bucket`.
    String location();

    /// Stores the object if nothing has its key. Tries once, and never leaves part of an object.
    PutOutcome putIfAbsent(NewObject object);

    /// Reads the metadata of an object.
    HeadOutcome head(String key);

    /// Reads an object of text that fits into memory.
    ReadOutcome read(String key);

    /// Passes on all keys that start with `prefix`, in no promised order. Holds no more than a page of them.
    ListOutcome list(String prefix, Consumer<String> each);
}
