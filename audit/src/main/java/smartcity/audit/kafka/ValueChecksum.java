package smartcity.audit.kafka;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/// Takes of a record's value nothing but its CRC-32C, in the lower half of the result, and its length, in the upper
/// half. For one thread.
final class ValueChecksum implements Deserializer<Long> {
    /// What stands for a tombstone: a length of -1.
    private static final long NO_VALUE = -1L << Integer.SIZE;

    private final CRC32C crc = new CRC32C();

    @Override
    public Long deserialize(String topic, byte @Nullable [] data) {
        return data == null ? NO_VALUE : of(ByteBuffer.wrap(data));
    }

    @Override
    public Long deserialize(String topic, Headers headers, @Nullable ByteBuffer data) {
        return data == null ? NO_VALUE : of(data.duplicate());
    }

    private long of(ByteBuffer data) {
        long length = data.remaining();
        crc.reset();
        crc.update(data);
        return crc.getValue() | length << Integer.SIZE;
    }

    /// The checksum of a record with this value, and of one without a value.
    static long orNone(@Nullable Long value) {
        return value == null ? NO_VALUE : value;
    }
}
