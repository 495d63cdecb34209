package smartcity.time;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Whose turn it is and when: each of several devices once in every interval, at its own offset within it, so that they
/// do not report in one burst.
///
/// Intervals are counted from the epoch, so a rota that begins later goes on with the same turns. Not safe for use by
/// several threads.
public final class ReportSchedule {
    private final long[] offsets;
    private final long intervalMicros;
    private long interval;
    private int turn;
    private Instant due;

    /// Begins with the first turn at an instant or later.
    ///
    /// @param offsetsMicros of the devices, one at least, ascending, from 0 to below the interval [us]
    /// @param interval in whole microseconds, at least one
    /// @param from no turn is earlier
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
        return Instant.EPOCH.plus(interval * intervalMicros + offsets[turn], ChronoUnit.MICROS);
    }

    /// When the next turn is.
    public Instant due() {
        return due;
    }

    /// Whose turn it is then: an index of the offsets.
    public int turn() {
        return turn;
    }

    /// Moves on to the next turn.
    public void advance() {
        turn++;
        if (turn == offsets.length) {
            turn = 0;
            interval++;
        }
        due = instant();
    }
}
