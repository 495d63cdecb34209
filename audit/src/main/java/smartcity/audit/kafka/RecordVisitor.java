package smartcity.audit.kafka;

/// Receives the records of a partition one by one.
@FunctionalInterface
public interface RecordVisitor {
    /// A record, in the order of offsets.
    void record(long offset, RecordDigest digest);
}
