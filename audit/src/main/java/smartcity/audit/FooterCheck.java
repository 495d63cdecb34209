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
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;

/// What an object's footer says, held against its name.
record FooterCheck(NamedObject object, FileMetaData meta) {
    private static final String PREFIX = "smartcity.";
    private static final String PARTITION_COLUMN = "kafka_partition";

    /// Whether the rows are dead letters.
    boolean deadLetters() {
        return entry("schema").contains(":dead_letters:");
    }

    private String entry(String name) {
        return meta.keyValueMetadata().getOrDefault(PREFIX + name, "");
    }

    /// Where it contradicts the name, or says nothing.
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        expected().forEach((name, expected) -> {
            String said = entry(name);
            if (!said.equals(expected)) {
                String what = said.isEmpty()
                        ? "the footer has no " + PREFIX + name
                        : "the footer says " + PREFIX + name + " is " + said + " and the name " + expected;
                findings.add(FindingTexts.with(object, FindingKind.FOOTER, what));
            }
        });
        if (otherPartition()) {
            findings.add(FindingTexts.with(
                    object,
                    FindingKind.OUT_OF_RANGE,
                    "rows are of another partition by the statistics of kafka_partition"));
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

    /// Where the number of rows that were read is another than the footer or the object's metadata says.
    List<Finding> miscounted(long rows, OptionalLong recorded) {
        List<Finding> findings = new ArrayList<>();
        if (rows != meta.numRows()) {
            findings.add(FindingTexts.with(
                    object, FindingKind.ROW_COUNT, rows + " rows were read but its footer says " + meta.numRows()));
        }
        if (recorded.isPresent() && recorded.getAsLong() != rows) {
            findings.add(FindingTexts.with(
                    object,
                    FindingKind.ROW_COUNT,
                    rows + " rows were read but its metadata says " + recorded.getAsLong()));
        }
        return findings;
    }
}
