package smartcity.sink.batch;

/// Why a batch is cut.
public enum CutCause {
    /// Its first record is old enough.
    AGE,
    /// Its largest object is as large as it should be.
    BYTES,
    /// It has as many records as a batch may.
    RECORDS,
    /// Its next record would need one open file more than a batch may have.
    WINDOWS,
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
