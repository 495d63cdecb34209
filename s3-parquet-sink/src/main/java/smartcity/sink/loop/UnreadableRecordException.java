package smartcity.sink.loop;

/// The sink failed to read a record, by a fault of its own: one that it can read is a row or a dead letter. Nothing
/// of the record is in the batch.
final class UnreadableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    UnreadableRecordException(long offset, RuntimeException cause) {
        super("Failed to read the record at offset " + offset, cause);
        this.offset = offset;
    }

    /// Of the record.
    long offset() {
        return offset;
    }
}
