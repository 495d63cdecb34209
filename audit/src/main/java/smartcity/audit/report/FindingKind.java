package smartcity.audit.report;

/// The kinds of faults of a lake.
public enum FindingKind {
    /// Objects of one partition have ranges that overlap and differ.
    OVERLAP,
    /// No object's name covers a range of offsets.
    GAP,
    /// An offset has more than one row.
    DUPLICATE,
    /// A row's offset or partition is not within its object's name.
    OUT_OF_RANGE,
    /// Rows are not in the order of their offsets.
    OUT_OF_ORDER,
    /// An object's number of rows differs from its footer or its metadata.
    ROW_COUNT,
    /// The footer does not state topic, partition and offsets, or contradicts the name.
    FOOTER,
    /// The object cannot be read.
    UNREADABLE,
    /// An object has offsets that the group has not committed and that no pending cut has.
    UNCOMMITTED,
    /// A record of Kafka has no row.
    MISSING,
    /// A row has no record in Kafka.
    SURPLUS,
    /// Objects of one era come from two topics, or from another topic than Kafka has under the name.
    OTHER_TOPIC,
    /// An object's rows were made of other records than Kafka has at their offsets.
    OTHER_RECORDS
}
