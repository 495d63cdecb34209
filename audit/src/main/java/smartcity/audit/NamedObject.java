package smartcity.audit;

import java.util.Comparator;
import smartcity.audit.lake.StoredObject;
import smartcity.audit.offsets.OffsetSet;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;

/// A stored object with its parsed name.
record NamedObject(ObjectName name, StoredObject object) {
    /// Partition by partition, in the order of ranges.
    static final Comparator<NamedObject> ORDER = Comparator.<NamedObject, PartitionEra>comparing(
                    object -> object.name.place(), PartitionEra.ORDER)
            .thenComparingLong(object -> object.name.run().first())
            .thenComparingLong(object -> object.name.run().last())
            .thenComparing(NamedObject::key);

    String key() {
        return object.key();
    }

    /// A finding about the whole object.
    Finding finding(FindingKind kind, String detail) {
        return Finding.of(kind, name.partition().topic(), name.partition().partition(), name.run(), key(), detail);
    }

    /// A finding about some of the object's offsets.
    Finding finding(FindingKind kind, OffsetSet offsets, String detail) {
        return Finding.of(kind, name.partition().topic(), name.partition().partition(), offsets, key(), detail);
    }
}
