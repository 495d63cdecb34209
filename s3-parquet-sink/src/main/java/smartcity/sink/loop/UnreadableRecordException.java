package smartcity.sink.loop;

/// The sink cannot take a record, by a fault of its own or for lack of memory: any other is a row or a dead letter.
final class UnreadableRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final long offset;
    private final String reason;
    private final boolean batchDamaged;

    private UnreadableRecordException(long offset, String reason, boolean batchDamaged) {
        super("Failed to read the record at offset " + offset + ": " + reason);
        this.offset = offset;
        this.reason = reason;
        this.batchDamaged = batchDamaged;
    }

    /// The sink fails by the record, of which nothing is in the batch.
    static UnreadableRecordException beforeBatch(long offset, RuntimeException fault) {
        return new UnreadableRecordException(offset, BlockReasons.failing(fault), false);
    }

    /// The sink fails by the record, of which a part may be in the batch: that is of no use any more.
    static UnreadableRecordException withinBatch(long offset, RuntimeException fault) {
        return new UnreadableRecordException(offset, BlockReasons.failing(fault), true);
    }

    /// The record has more bytes than one record may have.
    static UnreadableRecordException tooLarge(long offset, long bytes, long most) {
        return new UnreadableRecordException(offset, BlockReasons.tooLarge(bytes, most), false);
    }

    /// The same record, when it is known before it is read again.
    UnreadableRecordException known() {
        return new UnreadableRecordException(offset, reason, false);
    }

    /// Of the record.
    long offset() {
        return offset;
    }

    /// What is wrong, and what to do.
    String reason() {
        return reason;
    }

    /// Whether the batch has a part of the record.
    boolean batchDamaged() {
        return batchDamaged;
    }
}
