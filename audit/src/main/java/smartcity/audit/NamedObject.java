package smartcity.audit;

import java.util.Comparator;
import smartcity.audit.lake.StoredObject;

/// An object and what its name says.
record NamedObject(ObjectName name, StoredObject object) {
    /// Partition by partition, in the order of ranges.
    static final Comparator<NamedObject> ORDER = Comparator.<NamedObject, String>comparing(
                    object -> object.name.partition().topic())
            .thenComparingInt(object -> object.name.partition().partition())
            .thenComparingLong(object -> object.name.run().first())
            .thenComparingLong(object -> object.name.run().last())
            .thenComparing(NamedObject::key);

    String key() {
        return object.key();
    }
}
