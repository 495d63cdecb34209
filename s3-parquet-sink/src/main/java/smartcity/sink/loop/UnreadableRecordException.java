package smartcity.sink.loop;

/// The sink failed to read a record, by a fault of its own: one that it can read is a row or a dead letter.
final class UnreadableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long offset;
    private final boolean batchDamaged;
    private final Throwable fault;

    private UnreadableRecordException(long offset, boolean batchDamaged, Throwable cause) {
        super("Failed to read the record at offset " + offset, cause);
        this.offset = offset;
        this.batchDamaged = batchDamaged;
        this.fault = cause;
    }

    /// Nothing of the record is in the batch.
    static UnreadableRecordException beforeBatch(long offset, Throwable cause) {
        return new UnreadableRecordException(offset, false, cause);
    }

    /// A part of the record may be in the batch, which is of no use any more.
    static UnreadableRecordException withinBatch(long offset, Throwable cause) {
        return new UnreadableRecordException(offset, true, cause);
    }

    /// The same record, when it is known before it is read again.
    UnreadableRecordException known() {
        return beforeBatch(offset, fault);
    }

    /// Of the record.
    long offset() {
        return offset;
    }

    /// What the sink failed by.
    Throwable fault() {
        return fault;
    }

    /// Whether the batch has a part of the record.
    boolean batchDamaged() {
        return batchDamaged;
    }
}
