package smartcity.sink.loop;

import java.time.Duration;

/// Passes time when there is nothing to do but wait for an upload.
@FunctionalInterface
public interface IdleWait {
    /// Returns after about `howLong`.
    void pass(Duration howLong);
}
