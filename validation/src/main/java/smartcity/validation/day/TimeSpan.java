package smartcity.validation.day;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/// A stretch of time.
///
/// @param from its first instant
/// @param until the instant after it
public record TimeSpan(Instant from, Instant until) {
    /// A day of traffic, which begins at 2 o'clock UTC.
    ///
    /// @param date such as `2026-11-24`
    public static TimeSpan day(String date) {
        Instant from = Instant.parse(date + "T02:00:00Z");
        return new TimeSpan(from, from.plus(Duration.ofDays(1)));
    }

    /// Instants of equal distance, the first half of it after the beginning.
    public Stream<Instant> every(Duration step) {
        return Stream.iterate(from.plus(step.dividedBy(2)), instant -> instant.isBefore(until), i -> i.plus(step));
    }

    /// Whether it holds an instant.
    public boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(until);
    }
}
