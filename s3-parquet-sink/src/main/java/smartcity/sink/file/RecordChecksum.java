package smartcity.sink.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32C;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Makes of each record a number that depends on its offset and on all that it has: timestamp, key, headers and value.
/// The sum of these numbers, modulo 2^64, is the checksum of a file's records in whatever order: Kafka's records of the
/// same offsets have the same sum, and others, of a topic that was created again or of a truncated log, have not.
/// For one thread.
public final class RecordChecksum {
    private static final String FOOTER = "smartcity.records.checksum";

    /// Another name than that of the former function, of values alone, so that the two are not compared.
    private static final String LABEL = "whole-records-checksum";

    /// Names the function, so that another one is not mistaken for it.
    private static final String FUNCTION = "whole-crc32c-";

    /// 2^64 divided by the golden ratio, and the multipliers of the finalizer of SplitMix64. Source: Steele, Lea and
    /// Flood, Fast Splittable Pseudorandom Number Generators, 2014, with Stafford's variant 13.
    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private static final long FIRST_MULTIPLIER = 0xBF58476D1CE4E5B9L;
    private static final long SECOND_MULTIPLIER = 0x94D049BB133111EBL;

    /// The length of what is not there.
    private static final int ABSENT = -1;

    private final CRC32C crc = new CRC32C();
    private ByteBuffer head = ByteBuffer.allocate(256);

    /// The number of a record; neither content nor position of its key and value changes.
    ///
    /// CRC-32C is of the timestamp [8 bytes], then of key, name and value of each header, and the record's value,
    /// each of them but the last behind its length [4 bytes], which is -1 for one that is not there. Numbers are
    /// big-endian.
    public long of(ConsumerRecord<ByteBuffer, ByteBuffer> record) {
        head.clear();
        room(Long.BYTES);
        head.putLong(record.timestamp());
        put(record.key());
        for (Header header : record.headers()) {
            put(ByteBuffer.wrap(header.key().getBytes(StandardCharsets.UTF_8)));
            byte[] value = header.value();
            put(value == null ? null : ByteBuffer.wrap(value));
        }
        crc.reset();
        crc.update(head.array(), 0, head.position());
        ByteBuffer value = record.value();
        if (value == null) {
            return number(record.offset(), ABSENT);
        }
        if (value.hasArray()) {
            crc.update(value.array(), value.arrayOffset() + value.position(), value.remaining());
        } else {
            crc.update(value.duplicate());
        }
        return number(record.offset(), value.remaining());
    }

    private void put(@Nullable ByteBuffer bytes) {
        int length = bytes == null ? ABSENT : bytes.remaining();
        room(Integer.BYTES + Math.max(0, length));
        head.putInt(length);
        if (bytes != null) {
            // From array to array: between buffers, bytes are copied by a way that costs more for so few.
            bytes.get(bytes.position(), head.array(), head.position(), length);
            head.position(head.position() + length);
        }
    }

    private void room(int more) {
        if (head.remaining() < more) {
            int needed = Math.addExact(head.position(), more);
            head = ByteBuffer.wrap(Arrays.copyOf(head.array(), Math.max(needed, 2 * head.capacity())))
                    .position(head.position());
        }
    }

    private long number(long offset, long length) {
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
