package smartcity.sink.simulation;

import org.jspecify.annotations.Nullable;

/// A promise of the sink was broken.
@SuppressWarnings("serial")
final class PromiseViolation extends AssertionError {
    private final BrokenPromise promise;

    PromiseViolation(BrokenPromise promise, String what, @Nullable Throwable cause) {
        super(promise + ": " + what, cause);
        this.promise = promise;
    }

    BrokenPromise promise() {
        return promise;
    }
}
