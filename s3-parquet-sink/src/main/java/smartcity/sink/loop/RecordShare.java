package smartcity.sink.loop;

/// The share of a partition's offsets that are records, by those that were read last. Markers of transactions, aborted
/// records and compacted ones take offsets too, and before it is read no offset differs from another.
///
/// For one thread.
final class RecordShare {
    /// After so many offsets all that was read before counts half; chosen: some polls.
    private static final long FORGOTTEN_AFTER = 20_000;

    private long records;
    private long offsets;

    /// Counts what was read.
    ///
    /// @param moreRecords among `moreOffsets`
    void read(long moreRecords, long moreOffsets) {
        records += moreRecords;
        offsets += moreOffsets;
        if (offsets > FORGOTTEN_AFTER) {
            records /= 2;
            offsets /= 2;
        }
    }

    /// Records to be expected among offsets that have not been read; before any is read, all of them.
    long among(long unread) {
        return Math.min(unread, Math.round((double) unread * (records + 1) / (offsets + 1)));
    }
}
