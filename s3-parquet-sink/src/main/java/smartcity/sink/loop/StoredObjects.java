package smartcity.sink.loop;

import org.jspecify.annotations.Nullable;

/// Objects that are in the bucket, in numbers.
///
/// @param bytes of all objects together
/// @param lastKey of the last object; null when there is none
record StoredObjects(int objects, long bytes, @Nullable String lastKey) {
    static final StoredObjects NONE = new StoredObjects(0, 0, null);

    /// These, and one more.
    StoredObjects and(String key, long size) {
        return new StoredObjects(objects + 1, bytes + size, key);
    }
}
