package smartcity.sink.simulation;

/// The promises that a schedule can find broken.
enum BrokenPromise {
    /// A record was passed and has not landed, and nothing was reported of it.
    LOST,
    /// A record is twice in one era.
    DOUBLED,
    /// An object has something else than was produced at its offsets, or in another place.
    OTHER_CONTENT,
    /// An object has a record of another hour.
    OTHER_HOUR,
    /// An era has records of two incarnations of its topic.
    OTHER_TOPIC,
    /// An era has records that a truncation lost, and records that came in their place.
    OTHER_HISTORY,
    /// An object is stored for a range that no durable cut names.
    UNDECLARED,
    /// The committed offset went back.
    STEPPED_BACK,
    /// A second group committed.
    SECOND_GROUP,
    /// A replica that stopped in order while all was well left a cut pending.
    LEFT_PENDING,
    /// Not everything landed after all was well again, or a partition is blocked without a reason.
    STUCK,
    /// A loop ended by itself, or the simulation failed.
    ENDED
}
