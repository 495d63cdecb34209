package smartcity.sink.store;

import java.nio.charset.StandardCharsets;

/// Finds out whether objects can be stored, whole and in parts, and whether the bucket refuses to store one
/// twice, by storing one small object of its own again and again: `<prefix>_sink/probe`, outside the data. It
/// stays there.
///
/// @param inParts the same bucket as `store`, where every object goes in parts
public record WriteProbe(ObjectStore store, ObjectStore inParts, String prefix) {
    /// The result of a probe.
    public sealed interface ProbeResult {
        /// Objects can be stored.
        ///
        /// @param conditional whether a second object of the same name is refused; where it is not, a replay
        ///     overwrites an object by the same rows
        /// @param conditionalInParts the same of an object that goes in parts
        record Writable(boolean conditional, boolean conditionalInParts) implements ProbeResult {}

        /// It is unknown yet.
        record Unavailable(String reason) implements ProbeResult {}

        /// Objects cannot be stored before an operator changes bucket, credentials or settings.
        record Refused(String reason) implements ProbeResult {}
    }

    /// Probes once.
    public ProbeResult probe() {
        return switch (put(store)) {
            case PutOutcome.AlreadyThere _ -> parts(true);
            case PutOutcome.Stored _ -> again();
            case PutOutcome.Unavailable(String reason) -> new ProbeResult.Unavailable(reason);
            case PutOutcome.Refused(String reason) -> new ProbeResult.Refused(reason);
        };
    }

    private ProbeResult again() {
        return switch (put(store)) {
            case PutOutcome.AlreadyThere _ -> parts(true);
            case PutOutcome.Stored _ -> parts(false);
            case PutOutcome.Unavailable(String reason) -> new ProbeResult.Unavailable(reason);
            case PutOutcome.Refused(String reason) -> new ProbeResult.Refused(reason);
        };
    }

    private ProbeResult parts(boolean conditional) {
        return switch (put(inParts)) {
            case PutOutcome.AlreadyThere _ -> new ProbeResult.Writable(conditional, true);
            case PutOutcome.Stored _ -> new ProbeResult.Writable(conditional, false);
            case PutOutcome.Unavailable(String reason) -> new ProbeResult.Unavailable("in parts: " + reason);
            case PutOutcome.Refused(String reason) -> new ProbeResult.Refused("in parts: " + reason);
        };
    }

    private PutOutcome put(ObjectStore way) {
        byte[] content = "The sink stores this at start-up to see whether it can.\n".getBytes(StandardCharsets.UTF_8);
        return way.putIfAbsent(new NewObject(key(), 0, ObjectContent.of(content)));
    }

    /// Name of the object that is left.
    public String key() {
        return prefix + "_sink/probe";
    }
}
