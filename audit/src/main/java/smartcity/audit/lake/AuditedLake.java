package smartcity.audit.lake;

import java.util.function.Consumer;

/// Objects to be audited. For any thread.
public interface AuditedLake {
    /// Where it is, as an operator would write it: `s3://bucket`, or a folder.
    String location();

    /// Hands over every object whose key starts with `prefix`, in no promised order.
    ///
    /// @throws CannotAudit when the objects cannot be listed
    void list(String prefix, Consumer<StoredObject> each);

    /// The object's bytes, of which nothing is read yet. Reading fails with an [java.io.IOException] when the object
    /// is gone or other than it was listed, and with [AuditFailedException] when the lake does not answer.
    LakeFile file(StoredObject object);
}
