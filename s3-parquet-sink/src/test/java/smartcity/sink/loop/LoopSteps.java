package smartcity.sink.loop;

import java.time.Clock;
import java.util.function.LongSupplier;

/// Moves a loop by single steps, for tests in other packages.
public final class LoopSteps {
    private LoopSteps() {}

    /// A clock for durations that starts now.
    ///
    /// @param nanos a counter that only goes up [ns]
    public static SteadyClock clock(Clock wall, LongSupplier nanos) {
        return new SteadyClock(wall, nanos);
    }

    public static void subscribe(SinkLoop loop) {
        loop.subscribe();
    }

    public static void turn(SinkLoop loop) {
        loop.turn();
    }
}
