package smartcity.sink.setup;

import java.time.Instant;
import java.util.Optional;
import smartcity.sink.setup.LandedTopicsConfig.OfTopic;

/// Where an era of a topic begins by its settings.
final class EraBegin {
    /// Kafka finds no record by a time before 1970, nor by one that 64 bits of milliseconds cannot hold.
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private EraBegin() {}

    /// Kafka's timestamp of the first record of the era; empty when it begins with the earliest record.
    ///
    /// @throws IllegalArgumentException when the time is set for the first era, or Kafka cannot find it
    static Optional<Instant> time(OfTopic settings) {
        Optional<Instant> from = settings.landFrom();
        from.ifPresent(time -> {
            if (settings.era() == 0) {
                throw new IllegalArgumentException(
                        "land-from must come with an era after the first but was " + time + " with era 0");
            }
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST)) {
                throw new IllegalArgumentException(
                        "land-from must be from " + Instant.EPOCH + " to " + LAST + " but was " + time);
            }
        });
        return from;
    }
}
