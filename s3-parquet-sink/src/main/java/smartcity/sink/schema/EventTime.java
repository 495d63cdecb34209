package smartcity.sink.schema;

/// Where the event time of a row comes from.
public sealed interface EventTime {
    /// Kafka's timestamp of the record.
    EventTime OF_KAFKA = new OfKafka();

    /// A column of the row.
    ///
    /// @param slot of the column, in the record's own frame
    /// @param unit in which the column counts
    record OfColumn(int slot, EpochUnit unit) implements EventTime {}

    /// Kafka's timestamp of the record.
    record OfKafka() implements EventTime {}
}
