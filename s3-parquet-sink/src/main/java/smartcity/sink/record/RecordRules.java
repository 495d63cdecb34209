package smartcity.sink.record;

/// The parts of records that land in addition to their values.
///
/// @param headers whether there is a column `kafka_headers`: a list of keys and values, in their order, none left out
public record RecordRules(KeyColumn key, boolean headers, Tombstones tombstones) {
    /// No column but those that are always there; tombstones are dead letters.
    public static final RecordRules NONE = new RecordRules(KeyColumn.NONE, false, Tombstones.DEAD_LETTER);
}
