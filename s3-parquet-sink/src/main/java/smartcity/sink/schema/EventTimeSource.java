package smartcity.sink.schema;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a topic's records have their event time, by its settings.
public sealed interface EventTimeSource {
    /// The property `timestamp`, a date-time that must be there.
    EventTimeSource TIMESTAMP = of("timestamp", null);

    /// Kafka's own timestamp of the record.
    record KafkaTimestamp() implements EventTimeSource {}

    /// The first of these properties that a record has.
    ///
    /// @param kafkaLast whether Kafka's timestamp of the record is the last resort; else a record without any
    ///     of the properties is refused
    /// @param zone of date-times that have none; null when they are refused
    record Properties(
            List<Property> properties,
            boolean kafkaLast,
            @Nullable ZoneId zone) implements EventTimeSource {
        public Properties {
            properties = List.copyOf(properties);
            if (properties.isEmpty()) {
                throw new IllegalArgumentException("properties must be at least one but were none");
            }
        }
    }

    /// A property with a date-time, or with a number that counts `unit`.
    ///
    /// @param path the name of a property, a dotted path or a JSON pointer (starting with a slash) to one in
    ///     nested objects
    /// @param unit null for a date-time
    record Property(String path, @Nullable EpochUnit unit) {
        public Property {
            if (path.isBlank()) {
                throw new IllegalArgumentException("path must name a property but was blank");
            }
        }
    }

    /// One property that every record must have.
    static EventTimeSource of(String path, @Nullable EpochUnit unit) {
        return new Properties(List.of(new Property(path, unit)), false, null);
    }
}
