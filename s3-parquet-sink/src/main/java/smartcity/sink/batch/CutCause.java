package smartcity.sink.batch;

/// Why a batch is cut.
public enum CutCause {
    /// Its first record is old enough.
    AGE,
    /// Its largest object has reached the size at most.
    BYTES,
    /// It has reached the number of records at most.
    RECORDS,
    /// Its next record needs one open file more than a batch may have.
    WINDOWS,
    /// All batches together take too much memory, and it is the largest, or there is none left for its next record.
    MEMORY,
    /// A flush was requested.
    FLUSH,
    /// The process stops.
    SHUTDOWN,
    /// The partition is revoked from this member.
    REVOKED,
    /// A pending cut of an earlier owner is being completed.
    REPLAY
}
