package smartcity.audit;

import java.util.List;
import smartcity.audit.offsets.OffsetSet;
import smartcity.audit.report.Finding;

/// The content of one object.
///
/// @param rows number of rows
/// @param deadLetters whether the rows are dead letters
/// @param offsets of the rows, those within the range of the object's name
/// @param findings faults of the object itself
record ObjectFacts(NamedObject object, long rows, boolean deadLetters, OffsetSet offsets, List<Finding> findings) {}
