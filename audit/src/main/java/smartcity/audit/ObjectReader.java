package smartcity.audit;

import dev.hardwood.HardwoodContext;
import dev.hardwood.metadata.FileMetaData;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ParquetFileReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import smartcity.audit.lake.AuditedLake;
import smartcity.audit.lake.LakeFile;
import smartcity.audit.offsets.OffsetSet;
import smartcity.audit.report.AuditFailedException;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;

/// Reads what matters of an object: its footer and the column of offsets, nothing else. For any thread.
final class ObjectReader implements AutoCloseable {
    private static final String OFFSET = "kafka_offset";

    private final AuditedLake lake;
    private final HardwoodContext hardwood = HardwoodContext.create();

    ObjectReader(AuditedLake lake) {
        this.lake = lake;
    }

    /// The object's facts; one that cannot be read has no rows and a finding.
    ///
    /// @throws CannotAudit when the lake does not answer
    ObjectFacts read(NamedObject object) {
        try (LakeFile file = lake.file(object.object());
                ParquetFileReader reader = ParquetFileReader.open(file, hardwood)) {
            return facts(object, file, reader);
        } catch (IOException | RuntimeException e) {
            throwIfNotItsFault(e);
            return unreadable(object, reason(e));
        }
    }

    private static ObjectFacts facts(NamedObject object, LakeFile file, ParquetFileReader reader) {
        FileMetaData meta = reader.getFileMetaData();
        FooterCheck footer = new FooterCheck(object, meta);
        List<Finding> findings = new ArrayList<>(footer.findings());
        RowTally tally = new RowTally(object);
        try (ColumnReader offsets = reader.columnReader(OFFSET)) {
            while (offsets.nextBatch()) {
                long[] values = offsets.getLongs();
                int count = offsets.getRecordCount();
                for (int i = 0; i < count; i++) {
                    tally.take(values[i]);
                }
            }
        }
        findings.addAll(tally.findings());
        findings.addAll(footer.miscounted(tally.rows(), recorded(file)));
        return new ObjectFacts(object, tally.rows(), footer.deadLetters(), tally.within(), findings);
    }

    private static OptionalLong recorded(LakeFile file) {
        return file.recordedRows();
    }

    private static ObjectFacts unreadable(NamedObject object, String reason) {
        Finding finding = FindingTexts.with(object, FindingKind.UNREADABLE, "the object cannot be read, as " + reason);
        return new ObjectFacts(object, 0, false, new OffsetSet(), List.of(finding));
    }

    /// Tells what is wrong with the object from what is wrong with the way to it. Hardwood reads on threads of
    /// its own and wraps what fails there.
    private static void throwIfNotItsFault(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuditFailedException silent) {
                throw silent;
            }
            if (cause instanceof LinkageError missing) {
                throw new AuditFailedException(
                        "Failed to read Parquet: a library is missing or of another version: " + missing);
            }
        }
    }

    /// What failed first says most.
    private static String reason(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        String message = root.getMessage();
        return message == null ? root.toString() : message;
    }

    @Override
    public void close() {
        hardwood.close();
    }
}
