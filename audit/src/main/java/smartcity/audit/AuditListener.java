package smartcity.audit;

/// Receives the progress of an audit, on the audit's thread.
@FunctionalInterface
public interface AuditListener {
    /// Called after each object.
    ///
    /// @param objects number of objects read
    /// @param ofObjects number of objects to read
    /// @param rows number of rows read
    void progress(long objects, long ofObjects, long rows);
}
