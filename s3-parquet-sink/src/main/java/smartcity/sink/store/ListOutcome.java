package smartcity.sink.store;

import java.util.List;

/// The result of listing keys.
public sealed interface ListOutcome {
    /// Every key below the prefix, in no promised order.
    record Listed(List<String> keys) implements ListOutcome {
        public Listed {
            keys = List.copyOf(keys);
        }
    }

    /// The keys are unknown; the same request may be repeated.
    record Unavailable(String reason) implements ListOutcome {}
}
