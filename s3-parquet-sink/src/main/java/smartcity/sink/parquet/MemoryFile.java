package smartcity.sink.parquet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/// A file in memory, for one writer.
final class MemoryFile extends PositionOutputStream implements OutputFile {
    private byte[] bytes = new byte[16 * 1024];
    private int size;

    @Override
    public void write(int next) {
        reserve(1);
        bytes[size++] = (byte) next;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        reserve(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    private void reserve(int length) {
        int needed = Math.addExact(size, length);
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.clamp(2L * bytes.length, needed, Integer.MAX_VALUE - 8));
        }
    }

    @Override
    public long getPos() {
        return size;
    }

    /// Makes the file empty again; what [#content] returned before is overwritten.
    void clear() {
        size = 0;
    }

    /// The array behind the file, of which the first [#getPos] bytes count.
    byte[] bytes() {
        return bytes;
    }

    ByteBuffer content() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    @Override
    public PositionOutputStream create(long blockSizeHint) {
        return this;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
        return this;
    }

    @Override
    public boolean supportsBlockSize() {
        return false;
    }

    @Override
    public long defaultBlockSize() {
        return 0;
    }
}
