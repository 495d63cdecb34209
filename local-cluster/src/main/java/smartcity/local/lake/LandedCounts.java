package smartcity.local.lake;

/// What the lake holds of one topic.
///
/// @param rows rows of the topic's own files
/// @param records different (partition, offset) among them: as many as rows, unless a record landed twice
/// @param deadLetters different records of the topic that could not be read and lie in `dead_letters`
public record LandedCounts(long rows, long records, long deadLetters) {
    /// Rows that repeat a record.
    public long duplicates() {
        return rows - records;
    }

    /// Whether each of `produced` records is in the lake exactly once.
    public boolean proves(long produced) {
        return duplicates() == 0 && records + deadLetters == produced;
    }
}
