package smartcity.sink.store;

/// The result of a request for the content of a small object of text.
public sealed interface ReadOutcome {
    /// The object's content, which is text in UTF-8.
    record Read(String content) implements ReadOutcome {}

    /// No object has the key.
    record Absent() implements ReadOutcome {}

    /// The content is unknown; the same may be requested again.
    record Unavailable(String reason) implements ReadOutcome {}
}
