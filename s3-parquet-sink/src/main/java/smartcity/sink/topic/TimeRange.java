package smartcity.sink.topic;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The event times that are plausible. They are absolute: the verdict on a record must not depend on when it is read.
///
/// @param notBefore the earliest
/// @param notAfter the first that is too late
public record TimeRange(Instant notBefore, Instant notAfter) {
    private static final long MICROS_PER_SECOND = 1_000_000;

    public TimeRange {
        if (!notBefore.isBefore(notAfter)) {
            throw new IllegalArgumentException("not-before must be before " + notAfter + " but was " + notBefore);
        }
    }

    /// Why no event can have happened then; empty when one can have.
    ///
    /// @param micros since 1970-01-01T00:00Z
    Optional<String> refusal(long micros) {
        long second = Math.floorDiv(micros, MICROS_PER_SECOND);
        if (second > notBefore.getEpochSecond() && second < notAfter.getEpochSecond()) {
            return Optional.empty(); // without a new object for each record
        }
        Instant time = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        return time.isBefore(notBefore) || !time.isBefore(notAfter)
                ? Optional.of("event time must be from " + notBefore + " to before " + notAfter + " but was " + time)
                : Optional.empty();
    }
}
