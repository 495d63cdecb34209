package smartcity.audit;

import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.metadata.RowGroup;
import dev.hardwood.metadata.Statistics;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;

/// Compares an object's footer with its name.
record FooterCheck(NamedObject object, FileMetaData meta) {
    private static final String PREFIX = "smartcity.";
    private static final String PARTITION_COLUMN = "kafka_partition";

    /// Whether the rows are dead letters.
    boolean deadLetters() {
        return entry("schema")
                .filter(schema -> schema.contains(":dead_letters:"))
                .isPresent();
    }

    /// The ID of the topic that the rows come from; null when the footer of an earlier version does not state it.
    @Nullable
    String topicId() {
        return entry("topic.id").orElse(null);
    }

    /// The checksum of the records that the rows were made of; null when the footer of an earlier version does not
    /// state it.
    @Nullable
    String checksum() {
        return entry("records.checksum").orElse(null);
    }

    private Optional<String> entry(String name) {
        return Optional.ofNullable(meta.keyValueMetadata().get(PREFIX + name));
    }

    /// Faults of the footer: entries that are missing or contradict the name.
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        expected().forEach((name, expected) -> {
            Optional<String> actual = entry(name);
            if (!actual.equals(Optional.of(expected))) {
                String detail = actual.map(value -> "the footer says " + PREFIX + name + " is " + value
                                + " but the object's name says " + expected)
                        .orElse("the footer has no " + PREFIX + name);
                findings.add(object.finding(FindingKind.FOOTER, detail));
            }
        });
        if (otherPartition()) {
            findings.add(object.finding(
                    FindingKind.OUT_OF_RANGE, "the statistics of kafka_partition show rows of another partition"));
        }
        return findings;
    }

    private Map<String, String> expected() {
        ObjectName name = object.name();
        return Map.of(
                "topic", name.partition().topic(),
                "partition", Integer.toString(name.partition().partition()),
                "offset.first", Long.toString(name.run().first()),
                "offset.last", Long.toString(name.run().last()));
    }

    private boolean otherPartition() {
        int partition = object.name().partition().partition();
        for (RowGroup group : meta.rowGroups()) {
            for (ColumnChunk column : group.columns()) {
                Statistics statistics = column.metaData().statistics();
                if (column.metaData().pathInSchema().toString().equals(PARTITION_COLUMN)
                        && statistics != null
                        && (differs(statistics.minValue(), partition) || differs(statistics.maxValue(), partition))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean differs(byte @Nullable [] value, int partition) {
        return value != null
                && value.length == Integer.BYTES
                && ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN).getInt() != partition;
    }

    /// Compares the number of rows read with the footer and with the object's metadata.
    List<Finding> miscounted(long rows, OptionalLong recorded) {
        List<Finding> findings = new ArrayList<>();
        if (rows != meta.numRows()) {
            findings.add(object.finding(
                    FindingKind.ROW_COUNT, rows + " rows were read but its footer says " + meta.numRows()));
        }
        if (recorded.isPresent() && recorded.getAsLong() != rows) {
            findings.add(object.finding(
                    FindingKind.ROW_COUNT, rows + " rows were read but its metadata says " + recorded.getAsLong()));
        }
        return findings;
    }
}
