package smartcity.sink.parquet;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import smartcity.sink.store.ObjectContent;

/// A file in memory, for one writer. It grows by chunks and never copies what it has.
final class MemoryFile extends PositionOutputStream implements OutputFile {
    /// The first chunk; an open file has written its magic number only [bytes; chosen, not measured].
    private static final int SMALLEST = 4 * 1024;

    /// Half a region of G1 at its smallest, so that no chunk is a humongous object [bytes].
    private static final int LARGEST = 256 * 1024;

    private final List<ByteBuffer> full = new ArrayList<>();
    private ByteBuffer chunk = ByteBuffer.allocate(0);
    private long size;

    @Override
    public void write(int next) {
        reserve();
        chunk.put((byte) next);
        size++;
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            reserve();
            int count = Math.min(left, chunk.remaining());
            chunk.put(source, from, count);
            from += count;
            left -= count;
        }
        size += length;
    }

    /// Makes room for one byte at least; each chunk is as large as all before it.
    private void reserve() {
        if (!chunk.hasRemaining()) {
            if (chunk.position() > 0) {
                full.add(chunk.flip());
            }
            chunk = ByteBuffer.allocate(Math.clamp(size, SMALLEST, LARGEST));
        }
    }

    @Override
    public long getPos() {
        return size;
    }

    /// What is allocated [bytes].
    long heldBytes() {
        return size + chunk.remaining();
    }

    /// What was written; nothing may be written any more. It takes no more memory than its size.
    ObjectContent content() {
        List<ByteBuffer> chunks = new ArrayList<>(full);
        chunks.add(trimmed(chunk.flip()));
        return ObjectContent.of(chunks);
    }

    private static ByteBuffer trimmed(ByteBuffer last) {
        return ByteBuffer.allocate(last.remaining()).put(last).flip();
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
