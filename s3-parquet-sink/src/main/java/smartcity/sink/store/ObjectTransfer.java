package smartcity.sink.store;

/// How an object's bytes get into a bucket.
///
/// @param largestWhole an object of up to as many bytes goes in one request [bytes, 0 to 5 GiB]; a larger one
///     in parts. At 5 GiB nothing goes in parts.
/// @param partBytes of each part but the last [bytes, 5 MiB to 5 GiB]
/// @param conditional whether the request makes the bucket refuse a second object of a name
/// @param checksums whether a CRC-32C goes along, by which the bucket notices bytes that changed on the way
public record ObjectTransfer(long largestWhole, long partBytes, boolean conditional, boolean checksums) {
    /// What S3 allows in one request: docs.aws.amazon.com, "Amazon S3 multipart upload limits".
    private static final long LARGEST_REQUEST = 5L << 30;

    private static final long SMALLEST_PART = 5L << 20;

    /// With every safeguard, and parts that a slow line takes in seconds [chosen, not measured].
    public static final ObjectTransfer DEFAULT = ofParts(16 << 20, true, true);

    public ObjectTransfer {
        if (largestWhole < 0 || largestWhole > LARGEST_REQUEST) {
            throw new IllegalArgumentException("largestWhole must be within [0, 5 GiB] but was " + largestWhole);
        }
        if (partBytes < SMALLEST_PART || partBytes > LARGEST_REQUEST) {
            throw new IllegalArgumentException("part size must be within [5 MiB, 5 GiB] but was " + partBytes);
        }
    }

    /// What fits into one part goes in one request.
    public static ObjectTransfer ofParts(long partBytes, boolean conditional, boolean checksums) {
        return new ObjectTransfer(partBytes, partBytes, conditional, checksums);
    }

    ObjectTransfer always() {
        return largestWhole == LARGEST_REQUEST ? this : new ObjectTransfer(0, partBytes, conditional, checksums);
    }

    boolean whole(ObjectContent content) {
        return content.size() <= largestWhole;
    }
}
