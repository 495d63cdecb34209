package smartcity.sink.parquet;

import java.util.Iterator;
import java.util.List;
import smartcity.sink.file.FileForm;
import smartcity.sink.file.RecordTimestamp;
import smartcity.sink.file.RowFile;
import smartcity.sink.row.Row;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.store.ObjectContent;

/// A [ParquetFile] of rows, each with where in Kafka it comes from.
final class ParquetRows implements RowFile {
    private final ParquetFile file;
    private final FileOrigin origin;
    private final RowPlan columns;
    private final LeafColumn partitions;
    private final LeafColumn offsets;
    private final LeafColumn timestamps;
    private long checksum;

    /// @param file of the type of the schema in that form
    ParquetRows(ParquetFile file, RecordSchema schema, FileForm form, FileOrigin origin) {
        keepBloomFilters(file, schema);
        Iterator<LeafColumn> leaves = file.leaves().iterator();
        this.file = file;
        this.origin = origin;
        this.columns = new RowPlan(ColumnNode.of(schema.columns(), leaves, form, 0));
        this.partitions = leaves.next();
        this.offsets = leaves.next();
        this.timestamps = leaves.next();
    }

    private static void keepBloomFilters(ParquetFile file, RecordSchema schema) {
        List<String> names = schema.bloomFilters().isEmpty() ? List.of() : schema.leafNames();
        for (int i = 0; i < names.size(); i++) {
            if (schema.bloomFilters().contains(names.get(i))) {
                file.leaves().get(i).keepBloomFilter();
            }
        }
    }

    @Override
    public void write(Row row, long offset, long timestampMillis) {
        columns.write(row);
        partitions.add(origin.partition().partition());
        offsets.add(offset);
        timestamp(timestampMillis, timestamps);
        checksum += row.checksum();
        file.endRow();
    }

    /// Adds Kafka's timestamp, or null where it is negative or does not fit.
    static void timestamp(long millis, LeafColumn to) {
        if (millis < 0 || !RecordTimestamp.fits(millis)) {
            to.addNull(0, 0);
        } else {
            to.add(RecordTimestamp.micros(millis));
        }
    }

    @Override
    public long rows() {
        return file.rows();
    }

    @Override
    public long checksum() {
        return checksum;
    }

    @Override
    public long sizeBytes() {
        return file.sizeBytes();
    }

    @Override
    public long heldBytes() {
        return file.heldBytes();
    }

    @Override
    public long finishingBytes() {
        return file.finishingBytes();
    }

    @Override
    public ObjectContent finish(long lastOffset) {
        return file.finish(origin.footer(lastOffset, checksum));
    }
}
