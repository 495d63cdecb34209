package smartcity.sink.store;

/// A bucket. For any thread.
public interface ObjectStore {
    /// Where it is, as an operator would write it, without a key: `s3://bucket`.
    String location();

    /// Stores the object if nothing has its key. Tries once, and never leaves part of an object.
    PutOutcome putIfAbsent(NewObject object);

    /// Lists all keys that start with `prefix`.
    ListOutcome list(String prefix);
}
