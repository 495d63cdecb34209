package smartcity.event;

/// An encoded image, PNG, 1 byte to 8 KiB.
///
/// Not a record: an array component would be compared by identity and could be changed from outside.
public final class CameraSnapshot {
    /// Size of an image at most [bytes]; chosen so that a traffic record stays far below Kafka's default limit of 1
    /// MiB.
    public static final int MAX_BYTES = 8 * 1024;

    private final byte[] png;

    /// Takes an image.
    ///
    /// @param png the encoded image; copied
    public CameraSnapshot(byte[] png) {
        if (png.length == 0 || png.length > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "snapshot must have 1 to %d bytes but had %d".formatted(MAX_BYTES, png.length));
        }
        this.png = png.clone();
    }

    /// The encoded image, a copy.
    public byte[] png() {
        return png.clone();
    }
}
