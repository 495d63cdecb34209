package smartcity.sink.batch;

/// Why a batch is cut.
public enum CutCause {
    /// Its first record is old enough.
    AGE,
    /// It takes as much memory as a batch may.
    BYTES,
    /// It has as many records as a batch may.
    RECORDS,
    /// All batches together take too much memory, and it is the largest.
    MEMORY,
    /// Somebody asked for it.
    FLUSH,
    /// The process stops.
    SHUTDOWN,
    /// The partition goes to another member of the group.
    REVOKED,
    /// A cut was found pending and is being completed.
    REPLAY
}
