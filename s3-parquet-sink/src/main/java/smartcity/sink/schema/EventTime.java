package smartcity.sink.schema;

/// Where a row tells when its event happened.
///
/// @param slot of the column that holds it, in the record's own frame; -1 when Kafka's timestamp of the record is it
/// @param unit in which the column counts
public record EventTime(int slot, EpochUnit unit) {
    /// Kafka's timestamp of the record is the event time.
    public static final EventTime OF_KAFKA = new EventTime(-1, EpochUnit.MICROS);

    /// Whether a column holds it.
    public boolean inRow() {
        return slot >= 0;
    }
}
