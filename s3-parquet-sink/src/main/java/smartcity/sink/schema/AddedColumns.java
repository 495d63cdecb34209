package smartcity.sink.schema;

import java.util.Set;

/// The columns that do not come from a record's value.
public final class AddedColumns {
    /// The record's partition.
    public static final String PARTITION = "kafka_partition";

    /// Its offset.
    public static final String OFFSET = "kafka_offset";

    /// Kafka's timestamp of it.
    public static final String TIMESTAMP = "kafka_timestamp";

    /// Its key, by setting.
    public static final String KEY = "kafka_key";

    /// Its headers, by setting.
    public static final String HEADERS = "kafka_headers";

    /// Whether its value was null, where such records are kept as rows.
    public static final String TOMBSTONE = "kafka_tombstone";

    /// Members of its value that its schema does not know, by setting.
    public static final String EXTRA = "_extra";

    /// All of them. A schema must not use these names, whatever the settings are, so that no setting can break it.
    public static final Set<String> NAMES = Set.of(PARTITION, OFFSET, TIMESTAMP, KEY, HEADERS, TOMBSTONE, EXTRA);

    private AddedColumns() {}
}
