package smartcity.sink.simulation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import smartcity.sink.file.DeadLetter;
import smartcity.sink.file.FileFormat;
import smartcity.sink.file.OpenFile;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.file.RowFile;
import smartcity.sink.row.Row;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.store.ObjectContent;

/// The plainest format of files: offset, id of the record and time ([LandedRow]), nothing else.
final class RowsFormat implements FileFormat {
    private static final int ROW_BYTES = 24;

    private static final class File implements RowFile, OpenFile<DeadLetter> {
        private final List<LandedRow> rows = new ArrayList<>();
        private long checksum;

        @Override
        public void write(Row row, long offset, long timestampMillis) {
            checksum += row.checksum();
            rows.add(new LandedRow(offset, row.longAt(RowsConverter.ID), row.longAt(RowsConverter.TIME)));
        }

        @Override
        public void write(DeadLetter letter) {
            checksum += letter.checksum();
            ByteBuffer key = letter.key();
            rows.add(new LandedRow(
                    letter.offset(), key == null ? -1 : key.getLong(key.position()), letter.timestampMillis() * 1000));
        }

        @Override
        public long rows() {
            return rows.size();
        }

        @Override
        public long checksum() {
            return checksum;
        }

        @Override
        public long sizeBytes() {
            return (long) rows.size() * ROW_BYTES;
        }

        @Override
        public long heldBytes() {
            return sizeBytes();
        }

        @Override
        public long finishingBytes() {
            return 0;
        }

        @Override
        public ObjectContent finish(long lastOffset) {
            ByteBuffer bytes = ByteBuffer.allocate(rows.size() * ROW_BYTES);
            rows.forEach(row -> bytes.putLong(row.offset()).putLong(row.id()).putLong(row.micros()));
            return ObjectContent.of(List.of(bytes.flip()));
        }
    }

    /// The rows in a file of this format.
    static List<LandedRow> read(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        List<LandedRow> rows = new ArrayList<>();
        while (bytes.hasRemaining()) {
            rows.add(new LandedRow(bytes.getLong(), bytes.getLong(), bytes.getLong()));
        }
        return rows;
    }

    @Override
    public RowFile rows(RecordSchema schema, RecordOrigin origin, long firstOffset) {
        return new File();
    }

    @Override
    public OpenFile<DeadLetter> deadLetters(RecordOrigin origin, long firstOffset) {
        return new File();
    }

    @Override
    public void close() {}
}
