package smartcity.sink.store;

/// The result of listing keys.
public sealed interface ListOutcome {
    /// Every key was passed on.
    record Listed() implements ListOutcome {}

    /// Some keys may have been passed on, but not all; the same request may be repeated.
    record Unavailable(String reason) implements ListOutcome {}
}
