package smartcity.audit.report;

/// What can be wrong with a lake.
public enum FindingKind {
    /// Objects of one partition have ranges that overlap without being the same.
    OVERLAP,
    /// A range of offsets is in no object's name.
    GAP,
    /// An offset has more than one row.
    DUPLICATE,
    /// A row's offset or partition is not one of its object's name.
    OUT_OF_RANGE,
    /// Rows are not in the order of their offsets.
    DISORDER,
    /// An object has another number of rows than its footer, its metadata or its cut says.
    ROW_COUNT,
    /// The footer does not say where the rows come from, or contradicts the name.
    FOOTER,
    /// The object cannot be read.
    UNREADABLE,
    /// An object has offsets that the group has not committed, although no cut of them is pending.
    UNCOMMITTED,
    /// Kafka has a record that is not in the lake.
    MISSING,
    /// The lake has a row of which Kafka has no record.
    INVENTED
}
