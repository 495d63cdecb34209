package smartcity.audit;

import dev.hardwood.HardwoodContext;
import dev.hardwood.reader.ColumnReader;
import dev.hardwood.reader.ParquetFileReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import smartcity.audit.lake.AuditedLake;
import smartcity.audit.lake.LakeFailure;
import smartcity.audit.lake.LakeFile;
import smartcity.audit.offsets.OffsetSet;
import smartcity.audit.report.AuditFailedException;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;

/// Reads the footer and the offset column of objects, and no other data. Thread-safe.
final class ObjectReader implements AutoCloseable {
    private static final String OFFSET = "kafka_offset";

    private final AuditedLake lake;
    private final HardwoodContext hardwood = HardwoodContext.create();

    ObjectReader(AuditedLake lake) {
        this.lake = lake;
    }

    /// Reads and checks one object; an unreadable one has no rows and one finding.
    ///
    /// @throws AuditFailedException when the lake does not answer
    ObjectFacts read(NamedObject object) {
        try (LakeFile file = lake.file(object.object());
                ParquetFileReader reader = ParquetFileReader.open(file, hardwood)) {
            return facts(object, file, reader);
        } catch (IOException | RuntimeException e) {
            throwIfNotAboutTheObject(e);
            return unreadable(object, reason(e));
        }
    }

    private static ObjectFacts facts(NamedObject object, LakeFile file, ParquetFileReader reader) {
        FooterCheck footer = new FooterCheck(object, reader.getFileMetaData());
        List<Finding> findings = new ArrayList<>(footer.findings());
        RowTally tally = new RowTally(object);
        try (ColumnReader offsets = reader.columnReader(OFFSET)) {
            while (offsets.nextBatch()) {
                long[] values = offsets.getLongs();
                int count = offsets.getRecordCount();
                for (int i = 0; i < count; i++) {
                    tally.add(values[i]);
                }
            }
        }
        findings.addAll(tally.findings());
        findings.addAll(footer.miscounted(tally.rows(), file.recordedRows()));
        return new ObjectFacts(
                object,
                tally.rows(),
                footer.deadLetters(),
                tally.within(),
                footer.topicId(),
                footer.checksum(),
                findings);
    }

    private static ObjectFacts unreadable(NamedObject object, String reason) {
        Finding finding = object.finding(FindingKind.UNREADABLE, "the object cannot be read: " + reason);
        return new ObjectFacts(object, 0, false, new OffsetSet(), null, null, List.of(finding));
    }

    /// Separates failures of the lake or the program from faults of the object. Hardwood reads on its own threads
    /// and wraps what fails there.
    private static void throwIfNotAboutTheObject(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AuditFailedException failed) {
                throw failed;
            }
            if (cause instanceof LinkageError missing) {
                throw new AuditFailedException(
                        "Failed to read Parquet: a library is missing or of another version: " + missing);
            }
        }
    }

    /// The root cause has the most specific message.
    private static String reason(Throwable failure) {
        Throwable root = failure;
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            root = cause;
        }
        if (root instanceof IOException unread) {
            return LakeFailure.reason(unread);
        }
        return root.getMessage() == null ? "its content is damaged" : root.getMessage();
    }

    @Override
    public void close() {
        hardwood.close();
    }
}
