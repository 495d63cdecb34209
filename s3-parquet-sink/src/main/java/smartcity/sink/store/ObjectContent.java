package smartcity.sink.store;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;

/// The bytes of an object, in as many pieces as they were written in, so that nothing large has to be in one array.
/// May be read any number of times, whole or in part, from any thread; it never changes.
public final class ObjectContent {
    private final List<ByteBuffer> chunks;
    private final long size;

    private ObjectContent(List<ByteBuffer> chunks) {
        this.chunks = chunks;
        this.size = chunks.stream().mapToLong(ByteBuffer::remaining).sum();
    }

    /// The bytes between position and limit of the chunks, one behind the other. They are not copied: the
    /// caller must not change them from now on.
    public static ObjectContent of(List<ByteBuffer> chunks) {
        return new ObjectContent(
                chunks.stream().map(ByteBuffer::asReadOnlyBuffer).toList());
    }

    /// The same, of one array.
    public static ObjectContent of(byte[] bytes) {
        return of(List.of(ByteBuffer.wrap(bytes)));
    }

    /// How many bytes there are.
    public long size() {
        return size;
    }

    /// All bytes from the first on.
    public InputStream stream() {
        return stream(0, size);
    }

    /// `length` bytes from the one at `from` on; both together at most [#size()].
    public InputStream stream(long from, long length) {
        if (from < 0 || length < 0 || from > size - length) {
            throw new IllegalArgumentException(
                    "from and length must lie within " + size + " bytes but was " + from + " and " + length);
        }
        return new ObjectContentStream(chunks, from, length);
    }
}
