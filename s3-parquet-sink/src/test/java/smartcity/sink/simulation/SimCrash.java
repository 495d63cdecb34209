package smartcity.sink.simulation;

/// Unwinds the stack of a replica that was killed; an error, so that no code of the sink takes it for its own failure.
@SuppressWarnings("serial")
final class SimCrash extends Error {
    SimCrash() {
        super("killed", null, false, false);
    }
}
