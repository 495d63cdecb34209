package smartcity.sink.loop;

/// The result of a request to land everything held.
public sealed interface FlushOutcome {
    /// Everything that was held at the time of the request has landed.
    record Landed(long records) implements FlushOutcome {}

    /// Not everything has landed; nothing is lost.
    record Incomplete(String reason) implements FlushOutcome {}
}
