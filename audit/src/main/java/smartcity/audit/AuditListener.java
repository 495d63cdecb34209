package smartcity.audit;

/// Is told how far an audit is, often, on the audit's thread.
@FunctionalInterface
public interface AuditListener {
    /// One more object has been read.
    ///
    /// @param objects read so far
    /// @param ofObjects all that are to be read
    /// @param rows read so far
    void at(long objects, long ofObjects, long rows);
}
