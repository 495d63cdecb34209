package smartcity.sink.store;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/// Reads a part of a list of chunks. Needs no closing.
final class ObjectContentStream extends InputStream {
    private final List<ByteBuffer> chunks;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private int next;
    private long left;

    /// @param from how many bytes of the chunks to leave out; `length` bytes must follow them
    ObjectContentStream(List<ByteBuffer> chunks, long from, long length) {
        this.chunks = chunks;
        this.left = length;
        long before = from;
        while (next < chunks.size() && before >= current.remaining()) {
            before -= current.remaining();
            current = chunks.get(next++).duplicate();
        }
        current.position(current.position() + (int) before);
    }

    @Override
    public int read() {
        if (left == 0) {
            return -1;
        }
        left--;
        return filled().get() & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        ByteBuffer source = filled();
        int count = (int) Math.min(Math.min(length, source.remaining()), left);
        source.get(target, offset, count);
        left -= count;
        return count;
    }

    @Override
    public long skip(long count) {
        long skipped = 0;
        while (skipped < count && left > 0) {
            ByteBuffer source = filled();
            int step = (int) Math.min(Math.min(count - skipped, source.remaining()), left);
            source.position(source.position() + step);
            left -= step;
            skipped += step;
        }
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    /// The chunk of the next byte; only while bytes are left.
    private ByteBuffer filled() {
        while (!current.hasRemaining()) {
            current = chunks.get(next++).duplicate();
        }
        return current;
    }
}
