package smartcity.sink.schema;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the event time of a row comes from.
public sealed interface EventTime {
    /// Kafka's timestamp of the record.
    EventTime OF_KAFKA = new OfKafka();

    /// A column of the row that every record has.
    ///
    /// @param slot of the column, in the record's own frame
    /// @param unit in which the column counts
    record OfColumn(int slot, EpochUnit unit) implements EventTime {}

    /// The first of several columns that has a value.
    ///
    /// @param fields in the order in which they are tried
    /// @param kafkaLast whether Kafka's timestamp of the record is the last resort; else a record without a
    ///     value in any of the fields is refused
    /// @param zone of date-times that have none; null when they are refused
    record OfFields(
            List<Field> fields, boolean kafkaLast, @Nullable ZoneId zone) implements EventTime {
        public OfFields {
            fields = List.copyOf(fields);
        }
    }

    /// A column that can have an event time.
    ///
    /// @param path of the property in messages
    /// @param column in the record's own frame
    /// @param unit in which it counts; null for date-times
    record Field(String path, Column column, @Nullable EpochUnit unit) {}

    /// Kafka's timestamp of the record.
    record OfKafka() implements EventTime {}
}
