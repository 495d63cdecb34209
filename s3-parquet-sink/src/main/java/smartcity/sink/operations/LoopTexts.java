package smartcity.sink.operations;

import java.util.Optional;

/// Reads the reasons in a status of the loops.
final class LoopTexts {
    private LoopTexts() {}

    /// The reason; empty when the loops give none.
    static Optional<String> present(String reason) {
        return Optional.of(reason).filter(text -> !text.isEmpty());
    }
}
