package smartcity.sink.store;

import java.nio.charset.StandardCharsets;

/// Finds out at start-up whether objects can be stored, and whether the bucket refuses to store one twice, by storing
/// one small object of its own twice: `<prefix>_sink/probe`, outside the data.
public record WriteProbe(ObjectStore store, String prefix) {
    /// What the probe found.
    public sealed interface Finding {
        /// Objects can be stored.
        ///
        /// @param conditional whether a second put under the same key is refused; where it is not, a replay
        ///     overwrites an object by the same rows
        record Writable(boolean conditional) implements Finding {}

        /// Nobody knows yet.
        record Unavailable(String reason) implements Finding {}

        /// Objects cannot be stored before somebody changes bucket, credentials or settings.
        record Refused(String reason) implements Finding {}
    }

    /// Probes once.
    public Finding probe() {
        return switch (put()) {
            case PutOutcome.AlreadyThere _ -> new Finding.Writable(true);
            case PutOutcome.Stored _ -> again();
            case PutOutcome.Unavailable(String reason) -> new Finding.Unavailable(reason);
            case PutOutcome.Refused(String reason) -> new Finding.Refused(reason);
        };
    }

    private Finding again() {
        return switch (put()) {
            case PutOutcome.AlreadyThere _ -> new Finding.Writable(true);
            case PutOutcome.Stored _ -> new Finding.Writable(false);
            case PutOutcome.Unavailable(String reason) -> new Finding.Unavailable(reason);
            case PutOutcome.Refused(String reason) -> new Finding.Refused(reason);
        };
    }

    private PutOutcome put() {
        byte[] content = "The sink stores this at start-up to see whether it can.\n".getBytes(StandardCharsets.UTF_8);
        return store.putIfAbsent(new NewObject(prefix + "_sink/probe", 0, Content.of(content)));
    }
}
