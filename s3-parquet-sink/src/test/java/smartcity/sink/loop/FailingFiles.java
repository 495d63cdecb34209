package smartcity.sink.loop;

import smartcity.sink.file.DeadLetter;
import smartcity.sink.file.FileFormat;
import smartcity.sink.file.FileSettings;
import smartcity.sink.file.OpenFile;
import smartcity.sink.file.RecordOrigin;
import smartcity.sink.file.RowFile;
import smartcity.sink.row.Row;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.store.ObjectContent;

/// Files that fail by a fault of the sink.
final class FailingFiles implements FileFormat {
    private final FileFormat files;
    private final Faults faults;

    /// Which faults there are now.
    static final class Faults {
        /// The offset of the record that cannot be written; none by default.
        long offset = -1;

        /// Whether no file of rows can be finished.
        boolean unfinished;
    }

    FailingFiles(FileFormat files, Faults faults) {
        this.files = files;
        this.faults = faults;
    }

    private record FailingRows(RowFile file, Faults faults) implements RowFile {
        /// The row is in the file when the failure is seen, as half of its columns would be.
        @Override
        public void write(Row row, long offset, long timestampMillis) {
            file.write(row, offset, timestampMillis);
            if (offset == faults.offset) {
                throw new ArithmeticException("integer overflow");
            }
        }

        @Override
        public long rows() {
            return file.rows();
        }

        @Override
        public long checksum() {
            return file.checksum();
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
            if (faults.unfinished) {
                throw new ArithmeticException("integer overflow");
            }
            return file.finish(lastOffset);
        }
    }

    @Override
    public RowFile rows(RecordSchema schema, RecordOrigin origin, long firstOffset) {
        return new FailingRows(files.rows(schema, origin, firstOffset), faults);
    }

    @Override
    public OpenFile<DeadLetter> deadLetters(RecordOrigin origin, long firstOffset) {
        return files.deadLetters(origin, firstOffset);
    }

    @Override
    public FileFormat with(FileSettings settings) {
        return new FailingFiles(files.with(settings), faults);
    }

    @Override
    public void close() {
        files.close();
    }
}
