package smartcity.sink.loop;

import java.time.Instant;
import smartcity.sink.batch.CutCause;
import smartcity.sink.cut.OffsetRange;

/// A cut whose objects are in the bucket and whose end is committed.
///
/// @param since when the batch was cut
/// @param counts the records of the range
/// @param stored the objects that they became
record LandedCut(OffsetRange range, CutCause cause, Instant since, BatchCounts counts, StoredObjects stored) {}
