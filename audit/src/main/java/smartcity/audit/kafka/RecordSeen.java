package smartcity.audit.kafka;

/// Receives the records of a partition one by one.
@FunctionalInterface
public interface RecordSeen {
    /// A record, in the order of offsets.
    ///
    /// @param value CRC-32C of the value in the lower 32 bits, its length in the upper 32, which is -1 for no value
    void record(long offset, long value);
}
