package smartcity.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import smartcity.chance.Seed;

/// Identities of records, by which a consumer can deduplicate.
///
/// A device reports at most once at any instant, so the instant serves as its sequence number. No counter has to
/// survive a restart or a move to another replica.
public final class EventId {
    /// Version 8: "custom", RFC 9562 section 5.8.
    private static final long VERSION_8 = 0x8000L;

    /// Variant 10, RFC 9562 section 4.1.
    private static final long VARIANT_RFC = 0x8000000000000000L;

    private EventId() {}

    /// The id of a device's report on a topic at an instant: the same for the same arguments, in every process.
    public static UUID of(Seed seed, CityTopic topic, String deviceId, Instant timestamp) {
        return device(seed, topic, deviceId).at(timestamp);
    }

    /// The ids of one device's reports on a topic: the same as those of [#of], but their common part is computed
    /// once.
    public static Device device(Seed seed, CityTopic topic, String deviceId) {
        return new Device(seed.of(topic.defaultName()).of(deviceId));
    }

    /// The id that belongs to a seed, for identities other than those of records, such as incidents.
    public static UUID from(Seed seed) {
        long high = seed.of(0).bits();
        long low = seed.of(1).bits();
        return new UUID((high & ~0xF000L) | VERSION_8, (low >>> 2) | VARIANT_RFC);
    }

    /// One device on one topic.
    ///
    /// @param seed of the device's ids
    public record Device(Seed seed) {
        /// The id of its report at an instant.
        public UUID at(Instant timestamp) {
            return from(seed.of(ChronoUnit.MICROS.between(Instant.EPOCH, timestamp)));
        }
    }
}
