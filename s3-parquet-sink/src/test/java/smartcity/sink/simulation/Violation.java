package smartcity.sink.simulation;

/// A promise of the sink was broken.
@SuppressWarnings("serial")
final class Violation extends AssertionError {
    Violation(String what) {
        super(what);
    }

    Violation(String what, Throwable cause) {
        super(what, cause);
    }
}
