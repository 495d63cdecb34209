package smartcity.audit.lake;

import java.util.function.Consumer;

/// The objects of a lake. Thread-safe.
public interface AuditedLake {
    /// The lake's address as an operator writes it: `s3://bucket` or a folder.
    String location();

    /// Passes every object whose key starts with `prefix` to `each`, in any order.
    ///
    /// @throws smartcity.audit.report.AuditFailedException when the objects cannot be listed
    void list(String prefix, Consumer<StoredObject> each);

    /// The object as an unopened file. Reading it throws an [java.io.IOException] when the object is gone or differs
    /// from its listing, and [smartcity.audit.report.AuditFailedException] when the lake does not answer.
    LakeFile file(StoredObject object);
}
