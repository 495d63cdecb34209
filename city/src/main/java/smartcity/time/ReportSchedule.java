package smartcity.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// The instants at which several devices report: each device once in every interval, at its own offset within the
/// interval, so that the reports do not come in one burst.
///
/// Intervals are counted from the epoch, so a schedule that begins later continues with the same instants. Not safe
/// for use by several threads.
public final class ReportSchedule {
    private final long[] offsets;
    private final long intervalMicros;
    private long interval;
    private int deviceIndex;
    private Instant due;

    /// Begins with the first report at an instant or later.
    ///
    /// @param offsetsMicros of the devices, one at least, ascending, from 0 to below the interval [us]
    /// @param interval in whole microseconds, at least one
    /// @param from no report is earlier
    public ReportSchedule(long[] offsetsMicros, Duration interval, Instant from) {
        offsets = offsetsMicros.clone();
        intervalMicros = interval.dividedBy(ChronoUnit.MICROS.getDuration());
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] < (i == 0 ? 0 : offsets[i - 1]) || offsets[i] >= intervalMicros) {
                throw new IllegalArgumentException("offsetsMicros must ascend within [0, %d) but had %d at %d"
                        .formatted(intervalMicros, offsets[i], i));
            }
        }
        this.interval = Math.floorDiv(ChronoUnit.MICROS.between(Instant.EPOCH, from), intervalMicros);
        due = instant();
        while (due.isBefore(from)) {
            advance();
        }
    }

    private Instant instant() {
        return Instant.EPOCH.plus(interval * intervalMicros + offsets[deviceIndex], ChronoUnit.MICROS);
    }

    /// Instant of the next report.
    public Instant due() {
        return due;
    }

    /// The device that reports next, as an index of the offsets.
    public int deviceIndex() {
        return deviceIndex;
    }

    /// Moves on to the report after the next one.
    public void advance() {
        deviceIndex++;
        if (deviceIndex == offsets.length) {
            deviceIndex = 0;
            interval++;
        }
        due = instant();
    }
}
