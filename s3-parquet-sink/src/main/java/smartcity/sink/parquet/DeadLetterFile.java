package smartcity.sink.parquet;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;
import smartcity.sink.file.DeadLetter;
import smartcity.sink.file.OpenFile;
import smartcity.sink.store.ObjectContent;

/// A [ParquetFile] of dead letters.
final class DeadLetterFile implements OpenFile<DeadLetter> {
    /// The columns of dead letters.
    static final MessageType TYPE = identified(
            Types.required(PrimitiveTypeName.BINARY).as(stringType()).named("kafka_topic"),
            ColumnTypes.required(PrimitiveTypeName.INT32, ColumnTypes.PARTITION),
            ColumnTypes.required(PrimitiveTypeName.INT64, ColumnTypes.OFFSET),
            ColumnTypes.kafkaTimestamp(),
            Types.optional(PrimitiveTypeName.BINARY).named("key"),
            Types.optional(PrimitiveTypeName.BINARY).named("value"),
            Types.required(PrimitiveTypeName.BINARY).as(stringType()).named("reason"));

    private final ParquetFile file;
    private final FileOrigin origin;
    private long checksum;

    /// @param file of [#TYPE]
    DeadLetterFile(ParquetFile file, FileOrigin origin) {
        this.file = file;
        this.origin = origin;
    }

    /// With field IDs from 1 on.
    private static MessageType identified(Type... columns) {
        return new MessageType(
                "dead_letter",
                IntStream.range(0, columns.length)
                        .mapToObj(i -> columns[i].withId(i + 1))
                        .toList());
    }

    @Override
    public void write(DeadLetter letter) {
        List<LeafColumn> leaves = file.leaves();
        bytes(utf8(letter.topic()), leaves.get(0));
        leaves.get(1).add(letter.partition());
        leaves.get(2).add(letter.offset());
        ParquetRows.timestamp(letter.timestampMillis(), leaves.get(3));
        bytes(letter.key(), leaves.get(4));
        bytes(letter.value(), leaves.get(5));
        bytes(utf8(letter.reason()), leaves.get(6));
        checksum += letter.checksum();
        file.endRow();
    }

    private static ByteBuffer utf8(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(@Nullable ByteBuffer value, LeafColumn to) {
        if (value == null) {
            to.addNull(0, 0);
        } else if (value.hasArray()) {
            to.add(value.array(), value.arrayOffset() + value.position(), value.remaining(), 0);
        } else {
            byte[] copy = new byte[value.remaining()];
            value.get(value.position(), copy);
            to.add(copy, 0, copy.length, 0);
        }
    }

    @Override
    public long rows() {
        return file.rows();
    }

    @Override
    public long checksum() {
        return checksum;
    }

    @Override
    public long sizeBytes() {
        return file.sizeBytes();
    }

    @Override
    public long heldBytes() {
        return file.heldBytes();
    }

    @Override
    public long finishingBytes() {
        return file.finishingBytes();
    }

    @Override
    public ObjectContent finish(long lastOffset) {
        return file.finish(origin.footer(lastOffset, checksum));
    }
}
