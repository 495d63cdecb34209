package smartcity.sink.simulation;

/// A promise of the sink was broken.
@SuppressWarnings("serial")
final class PromiseViolation extends AssertionError {
    PromiseViolation(String what) {
        super(what);
    }

    PromiseViolation(String what, Throwable cause) {
        super(what, cause);
    }
}
