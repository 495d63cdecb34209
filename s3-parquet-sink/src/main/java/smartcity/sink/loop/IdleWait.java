package smartcity.sink.loop;

import java.time.Duration;

/// Waits while there is nothing to do until an upload ends.
@FunctionalInterface
public interface IdleWait {
    /// Returns after about `howLong`.
    void pass(Duration howLong);
}
