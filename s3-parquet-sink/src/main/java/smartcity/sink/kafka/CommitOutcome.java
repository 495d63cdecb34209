package smartcity.sink.kafka;

/// The result of one attempt to commit an offset.
public enum CommitOutcome {
    /// The group's coordinator has it.
    DONE,
    /// It is unknown whether the coordinator has it, or it cannot take it now: the same must be committed again.
    LATER,
    /// The coordinator refused it: the partition may belong to another member.
    FENCED
}
