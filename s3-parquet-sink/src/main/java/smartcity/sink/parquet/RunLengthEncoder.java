package smartcity.sink.parquet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.jspecify.annotations.Nullable;

/// Small numbers as runs or bit-packed, by an encoder for each width that is made when it is first needed.
final class RunLengthEncoder {
    private static final int MAX_WIDTH = 32;

    /// Of what the encoder first allocates, and by how much it grows at most [bytes].
    private static final int FIRST = 4 * 1024;

    private static final int LARGEST = 256 * 1024;

    private final @Nullable RunLengthBitPackingHybridEncoder[] encoders =
            new RunLengthBitPackingHybridEncoder[MAX_WIDTH + 1];

    /// The first `count` of the numbers, all below 2^`width`; valid until the next call.
    BytesInput encode(int[] numbers, int count, int width) {
        try {
            RunLengthBitPackingHybridEncoder encoder = encoder(width);
            for (int i = 0; i < count; i++) {
                encoder.writeInt(numbers[i]);
            }
            return encoder.toBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to encode in memory", e);
        }
    }

    /// The same, of numbers that fit a byte.
    BytesInput encode(byte[] numbers, int count, int width) {
        try {
            RunLengthBitPackingHybridEncoder encoder = encoder(width);
            for (int i = 0; i < count; i++) {
                encoder.writeInt(numbers[i]);
            }
            return encoder.toBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to encode in memory", e);
        }
    }

    /// `count` times the same: one run.
    BytesInput repeat(int number, int count, int width) {
        try {
            ByteArrayOutputStream run = new ByteArrayOutputStream(Long.BYTES);
            BytesUtils.writeUnsignedVarInt(count << 1, run);
            BytesUtils.writeIntLittleEndianPaddedOnBitWidth(run, number, width);
            return BytesInput.from(run.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to encode in memory", e);
        }
    }

    private RunLengthBitPackingHybridEncoder encoder(int width) {
        RunLengthBitPackingHybridEncoder encoder = encoders[width];
        if (encoder == null) {
            encoder = new RunLengthBitPackingHybridEncoder(width, FIRST, LARGEST, new HeapByteBufferAllocator());
            encoders[width] = encoder;
        }
        encoder.reset();
        return encoder;
    }
}
