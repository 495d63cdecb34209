package smartcity.sink.file;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// Makes of each record a number that depends on its offset and on the bytes of its value. The sum of these numbers,
/// modulo 2^64, is the checksum of a file's records in whatever order: Kafka's records of the same offsets have the
/// same sum, and others, of a topic that was created again or of a truncated log, have not. For one thread.
public final class RecordChecksum {
    private static final String FOOTER = "smartcity.records.checksum";
    private static final String LABEL = "records-checksum";

    /// Names the function, so that another one is not mistaken for it.
    private static final String FUNCTION = "crc32c-";

    /// 2^64 divided by the golden ratio, and the multipliers of the finalizer of SplitMix64. Source: Steele, Lea and
    /// Flood, Fast Splittable Pseudorandom Number Generators, 2014, with Stafford's variant 13.
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private static final long FIRST_MULTIPLIER = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_MULTIPLIER = 0x94D049BB133111EBL;

    private final CRC32C crc = new CRC32C();

    /// The number of a record.
    ///
    /// @param value null for a tombstone; neither its content nor its position changes
    public long of(long offset, @Nullable ByteBuffer value) {
        crc.reset();
        long length = -1;
        if (value != null) {
            length = value.remaining();
            if (value.hasArray()) {
                crc.update(value.array(), value.arrayOffset() + value.position(), value.remaining());
            } else {
                crc.update(value.duplicate());
            }
        }
        return mixed(mixed(crc.getValue() | length << Integer.SIZE) + offset * GAMMA);
    }

    private static long mixed(long bits) {
        long mixed = (bits ^ bits >>> 30) * FIRST_MULTIPLIER;
        mixed = (mixed ^ mixed >>> 27) * SECOND_MULTIPLIER;
        return mixed ^ mixed >>> 31;
    }

    /// The entry of a footer that states a sum.
    public static Map.Entry<String, String> footer(long sum) {
        return Map.entry(FOOTER, text(sum));
    }

    /// The label of an object that states a sum.
    public static Map.Entry<String, String> label(long sum) {
        return Map.entry(LABEL, text(sum));
    }

    /// Whether this is the name of the label.
    public static boolean isLabel(String name) {
        return name.equals(LABEL);
    }

    private static String text(long sum) {
        return FUNCTION + "%016x".formatted(sum);
    }
}
