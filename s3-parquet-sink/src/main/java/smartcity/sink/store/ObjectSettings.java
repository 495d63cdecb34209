package smartcity.sink.store;

import java.util.Map;
import java.util.Optional;

/// How objects are stored; the same for all of a bucket.
///
/// @param transfer how their bytes get there
/// @param encryption who encrypts them
/// @param storageClass as the endpoint names it; empty for the bucket's default
/// @param tags at most 10
public record ObjectSettings(
        ObjectTransfer transfer, ObjectEncryption encryption, Optional<String> storageClass, Map<String, String> tags) {
    /// What S3 allows: docs.aws.amazon.com, "Categorizing your objects using tags".
    private static final int MOST_TAGS = 10;

    private static final int LONGEST_TAG_NAME = 128;
    private static final int LONGEST_TAG_VALUE = 256;

    /// As buckets do by default.
    public static final ObjectSettings DEFAULT =
            new ObjectSettings(ObjectTransfer.DEFAULT, new ObjectEncryption.ByBucket(), Optional.empty(), Map.of());

    public ObjectSettings {
        tags = Map.copyOf(tags);
        if (tags.size() > MOST_TAGS) {
            throw new IllegalArgumentException("tags must be at most " + MOST_TAGS + " but was " + tags.size());
        }
        tags.forEach(ObjectSettings::mustFit);
    }

    private static void mustFit(String name, String value) {
        if (name.isEmpty() || name.length() > LONGEST_TAG_NAME || value.length() > LONGEST_TAG_VALUE) {
            throw new IllegalArgumentException("tags must have names of 1 to " + LONGEST_TAG_NAME
                    + " characters and values of at most " + LONGEST_TAG_VALUE + " but was " + name + "=" + value);
        }
    }

    /// The same, but every object in parts, however small it is; unchanged when no object ever goes in parts.
    ObjectSettings inParts() {
        return new ObjectSettings(transfer.always(), encryption, storageClass, tags);
    }
}
