package smartcity.sink.schema;

import org.jspecify.annotations.Nullable;

/// Where a topic's records have their event time, by its settings.
public sealed interface EventTimeFrom {
    /// The property `timestamp`, a date-time.
    EventTimeFrom TIMESTAMP = new Property("timestamp", null);

    /// Kafka's own timestamp of the record.
    record KafkaTimestamp() implements EventTimeFrom {}

    /// A property that every record has: a date-time, or an integer that counts `unit`.
    ///
    /// @param path the name of a property, or a JSON pointer (starting with a slash) to one in nested objects
    /// @param unit null for a date-time
    record Property(String path, @Nullable EpochUnit unit) implements EventTimeFrom {
        public Property {
            if (path.isBlank()) {
                throw new IllegalArgumentException("path must name a property but was blank");
            }
        }
    }
}
