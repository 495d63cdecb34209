package smartcity.sink.store;

/// The result of a request for an object's metadata.
public sealed interface HeadOutcome {
    /// The object is there.
    record Found(StoredMetadata facts) implements HeadOutcome {}

    /// No object has the key.
    record Absent() implements HeadOutcome {}

    /// It is unknown whether the object is there; the same may be requested again.
    record Unavailable(String reason) implements HeadOutcome {}
}
