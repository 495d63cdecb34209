package smartcity.validation.day;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// A period of simulated time.
///
/// @param from its first instant
/// @param until the instant after its last one
public record TimePeriod(Instant from, Instant until) {
    /// A day of traffic, from 02:00 UTC on.
    ///
    /// @param date such as `2026-11-24`
    public static TimePeriod day(String date) {
        Instant from = Instant.parse(date + "T02:00:00Z");
        return new TimePeriod(from, from.plus(Duration.ofDays(1)));
    }

    /// Instants at equal intervals, the first one half an interval after the start.
    public Stream<Instant> every(Duration interval) {
        return Stream.iterate(
                from.plus(interval.dividedBy(2)),
                instant -> instant.isBefore(until),
                instant -> instant.plus(interval));
    }

    /// Whether an instant is within the period.
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
