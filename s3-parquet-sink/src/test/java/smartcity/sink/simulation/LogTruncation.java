package smartcity.sink.simulation;

/// A leader that did not have the end of a log was elected: what follows from `offset` on is of `newEpoch` or later.
record LogTruncation(long offset, int newEpoch) {
    /// Whether the record is lost by it.
    boolean loses(ProducedRecord record) {
        return record.offset() >= offset && record.epoch() < newEpoch;
    }

    /// Whether the record came after it.
    boolean precedes(ProducedRecord record) {
        return record.epoch() >= newEpoch;
    }
}
