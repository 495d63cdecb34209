package smartcity.sink.store;

/// The result of a put.
public sealed interface PutOutcome {
    /// The object is there under its key, by this put.
    record Stored() implements PutOutcome {}

    /// An object was there before under the key; nothing was changed.
    ///
    /// @param before what its metadata says
    record AlreadyThere(StoredMetadata before) implements PutOutcome {}

    /// It is unknown whether the object is there; the same put may be tried again, and may then succeed.
    record Unavailable(String reason) implements PutOutcome {}

    /// The object is not there, and will not be before an operator changes bucket, credentials or settings.
    record Refused(String reason) implements PutOutcome {}
}
