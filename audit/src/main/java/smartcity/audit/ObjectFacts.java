package smartcity.audit;

import java.util.List;
import smartcity.audit.offsets.OffsetSet;
import smartcity.audit.report.Finding;

/// What is in one object.
///
/// @param rows how many
/// @param deadLetters whether they are dead letters
/// @param offsets of the rows, as far as they are within the range of the object's name
/// @param findings what is wrong with the object itself
record ObjectFacts(NamedObject object, long rows, boolean deadLetters, OffsetSet offsets, List<Finding> findings) {}
