package smartcity.sink.loop;

/// What came of a request to land everything held.
public sealed interface FlushOutcome {
    /// Everything that was held when it was asked for has landed.
    record Landed(long records) implements FlushOutcome {}

    /// Not everything has; nothing is lost by that.
    record Incomplete(String reason) implements FlushOutcome {}
}
