package smartcity.audit.kafka;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// What is compared of a record: in the lower half a CRC-32C, in the upper half the length of the value,
/// which is -1 for a tombstone.
///
/// @param ofValue by the value alone, as versions of the sink before the present one state it
/// @param ofAll by timestamp, key, headers and value
public record RecordDigest(long ofValue, long ofAll) {
    private static final int ABSENT = -1;

    static RecordDigest of(ConsumerRecord<byte[], ByteBuffer> record) {
        ByteBuffer value = record.value();
        CRC32C ofValue = new CRC32C();
        CRC32C ofAll = new CRC32C();
        ofAll.update(ByteBuffer.allocate(Long.BYTES).putLong(0, record.timestamp()));
        add(ofAll, record.key());
        for (Header header : record.headers()) {
            add(ofAll, header.key().getBytes(StandardCharsets.UTF_8));
            add(ofAll, header.value());
        }
        long length = ABSENT;
        if (value != null) {
            length = value.remaining();
            ofValue.update(value.duplicate());
            ofAll.update(value.duplicate());
        }
        return new RecordDigest(ofValue.getValue() | length << Integer.SIZE, ofAll.getValue() | length << Integer.SIZE);
    }

    /// Behind its length, big-endian.
    private static void add(CRC32C crc, byte @Nullable [] bytes) {
        crc.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes == null ? ABSENT : bytes.length));
        if (bytes != null) {
            crc.update(bytes);
        }
    }
}
