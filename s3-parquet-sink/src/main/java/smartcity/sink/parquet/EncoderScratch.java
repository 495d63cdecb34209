package smartcity.sink.parquet;

import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;

/// What encoders work in, shared by all columns of all files of a thread. What a method returns is valid until the next
/// page.
final class EncoderScratch {
    private final RunLengthEncoder values = new RunLengthEncoder();
    private final RunLengthEncoder repetitions = new RunLengthEncoder();
    private final RunLengthEncoder definitions = new RunLengthEncoder();
    private int[] ids = new int[0];
    private long[] longs = new long[0];
    private byte[] bytes = new byte[0];

    RunLengthEncoder values() {
        return values;
    }

    RunLengthEncoder repetitions() {
        return repetitions;
    }

    RunLengthEncoder definitions() {
        return definitions;
    }

    /// An array of at least `count` elements.
    int[] ids(int count) {
        if (ids.length < count) {
            ids = new int[count];
        }
        return ids;
    }

    /// An array of at least `count` elements.
    long[] longs(int count) {
        if (longs.length < count) {
            longs = new long[count];
        }
        return longs;
    }

    /// An array of at least `count` elements.
    byte[] bytes(int count) {
        if (bytes.length < count) {
            bytes = new byte[count];
        }
        return bytes;
    }

    /// The width of the numbers, then the numbers.
    BytesInput byDictionary(int[] numbers, int count, int size) {
        int width = BytesUtils.getWidthFromMaxInt(size - 1);
        BytesInput runs = values.encode(numbers, count, width);
        return BytesInput.concat(BytesInput.from(new byte[] {(byte) width}), runs);
    }
}
