package smartcity.sink.schema;

import java.util.Set;

/// The columns that do not come from a record's value.
public final class AddedColumns {
    /// The record's partition.
    public static final String PARTITION = "kafka_partition";

    /// The record's offset.
    public static final String OFFSET = "kafka_offset";

    /// Kafka's timestamp of the record.
    public static final String TIMESTAMP = "kafka_timestamp";

    /// The record's key, by setting.
    public static final String KEY = "kafka_key";

    /// The record's headers, by setting.
    public static final String HEADERS = "kafka_headers";

    /// Whether the record was a tombstone, if those are kept as rows.
    public static final String TOMBSTONE = "kafka_tombstone";

    /// Members of the record's value that its schema does not define, by setting.
    public static final String EXTRA = "_extra";

    /// All of these names. A schema must not use them whatever the settings are, so that no setting can break it.
    public static final Set<String> NAMES = Set.of(PARTITION, OFFSET, TIMESTAMP, KEY, HEADERS, TOMBSTONE, EXTRA);

    private AddedColumns() {}
}
