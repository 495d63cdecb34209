package smartcity.sink.file;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// A record that could not become a row, kept whole.
///
/// @param timestampMillis Kafka's timestamp [ms since 1970]; negative when there is none
/// @param key null when the record has none
/// @param value null for a tombstone
/// @param reason names field, rule and what was there instead
/// @param checksum of the record, see [RecordChecksum]
public record DeadLetter(
        String topic,
        int partition,
        long offset,
        long timestampMillis,
        @Nullable ByteBuffer key,
        @Nullable ByteBuffer value,
        String reason,
        long checksum) {}
