package smartcity.sink.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Since when one partition has had a record that has not landed: when an end of its log behind that record
/// was first seen. A record that was there before the process counts from the start of the process on, so
/// its age is at least what this says. Event times do not say it: they can be of any day.
///
/// Of the ends that were seen it keeps few, and fewer the longer records wait: some hundred for an hour. So
/// a time is early, by a second or by a thirtieth of the age, whichever is more. For the loop's thread.
final class UnlandedSince {
    private static final Duration SHORTEST_STEP = Duration.ofSeconds(1);

    /// Between two ends that are kept is this part of the age [chosen, not measured].
    private static final int STEPS_OF_AGE = 30;

    private final Deque<SeenEnd> ends = new ArrayDeque<>();
    private long landed;

    /// Records before this offset, and not before that of the end seen earlier, were there at `at`.
    private record SeenEnd(long offset, Instant at) {}

    /// Takes what is known now.
    ///
    /// @param landedUpTo the first offset whose record may not have landed; empty while it is unknown
    /// @param end the offset behind the last record; empty while it is unknown
    /// @return null when no record is known that has not landed
    @Nullable
    Instant at(OptionalLong landedUpTo, OptionalLong end, Instant now) {
        landed = Math.max(landed, landedUpTo.orElse(0));
        end.ifPresent(offset -> see(offset, now));
        while (!ends.isEmpty() && ends.getFirst().offset <= landed) {
            ends.removeFirst();
        }
        return ends.isEmpty() ? null : ends.getFirst().at;
    }

    private void see(long offset, Instant now) {
        SeenEnd last = ends.peekLast();
        if (last == null) {
            ends.addLast(new SeenEnd(offset, now));
        } else if (offset > last.offset) {
            boolean soon = now.isBefore(last.at.plus(step(now)));
            Instant at = soon ? ends.removeLast().at : now;
            ends.addLast(new SeenEnd(offset, at));
        }
    }

    private Duration step(Instant now) {
        Duration part = Duration.between(ends.getFirst().at, now).dividedBy(STEPS_OF_AGE);
        return part.compareTo(SHORTEST_STEP) < 0 ? SHORTEST_STEP : part;
    }
}
