package smartcity.sink.simulation;

import com.google.errorprone.annotations.FormatMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.threeten.extra.MutableClock;

/// What happened in a schedule, for who looks for the reason of a violation.
final class ScheduleTrace {
    private static final int SHOWN = 600;

    private final boolean on;
    private final MutableClock clock;
    private final List<String> lines = new ArrayList<>();

    /// @param on whether lines are kept, which takes time
    ScheduleTrace(boolean on, MutableClock clock) {
        this.on = on;
        this.clock = clock;
    }

    @FormatMethod
    void say(String format, Object... parts) {
        if (on) {
            double seconds = Duration.between(SimWorld.START, clock.instant()).toMillis() / 1000.0;
            lines.add(String.format(Locale.ROOT, "%9.3f ", seconds) + String.format(Locale.ROOT, format, parts));
        }
    }

    /// The last lines.
    String text() {
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()));
    }
}
