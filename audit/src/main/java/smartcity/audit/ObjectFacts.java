package smartcity.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smartcity.audit.offsets.OffsetSet;
import smartcity.audit.report.Finding;

/// The content of one object.
///
/// @param rows number of rows
/// @param deadLetters whether the rows are dead letters
/// @param offsets of the rows, those within the range of the object's name
/// @param topicId of the topic that the rows come from; null when the footer does not state it
/// @param checksum of the records that the rows were made of; null when the footer does not state it
/// @param findings faults of the object itself
record ObjectFacts(
        NamedObject object,
        long rows,
        boolean deadLetters,
        OffsetSet offsets,
        @Nullable String topicId,
        @Nullable String checksum,
        List<Finding> findings) {}
