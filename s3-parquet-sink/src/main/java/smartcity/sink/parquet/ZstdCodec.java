package smartcity.sink.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// Zstandard straight from zstd-jni: the codec factory that comes with the Parquet library needs Hadoop classes.
///
/// Holds one native compression context, shared by all files of the thread that writes them; [#close] frees it.
final class ZstdCodec implements AutoCloseable {
    /// A column whose first page keeps more than this of its size is stored as it is: random identifiers and packed
    /// numbers do not shrink, and readers are spared the work [chosen, not measured].
    private static final double WORTHLESS = 0.97;

    private final ZstdCompressCtx context = new ZstdCompressCtx();
    private final Gathering gathering = new Gathering();
    private byte[] packed = new byte[0];

    /// @param level of compression, 1 (fast) to 22 (small)
    ZstdCodec(int level) {
        context.setLevel(level);
    }

    /// A compressor for the pages of one column chunk.
    BytesInputCompressor compressor() {
        return new Compressor();
    }

    @Override
    public void close() {
        context.close();
    }

    /// The array that pages are gathered in which do not lie in one piece.
    private static final class Gathering implements ByteBufferAllocator {
        private byte[] array = new byte[0];

        @Override
        public ByteBuffer allocate(int size) {
            if (array.length < size) {
                array = new byte[size];
            }
            return ByteBuffer.wrap(array, 0, size);
        }

        @Override
        public void release(ByteBuffer buffer) {}

        @Override
        public boolean isDirect() {
            return false;
        }
    }

    /// Shares arrays with all others: the writer copies a compressed page before it compresses the next. Its first page
    /// decides for all, as a column chunk has one codec.
    private final class Compressor implements BytesInputCompressor {
        private boolean first = true;
        private CompressionCodecName codec = CompressionCodecName.ZSTD;

        @Override
        public BytesInput compress(BytesInput input) {
            if (codec == CompressionCodecName.UNCOMPRESSED) {
                return input;
            }
            ByteBuffer page = input.toByteBuffer(gathering, _ -> {});
            int size = page.remaining();
            int bound = Math.toIntExact(Zstd.compressBound(size));
            if (packed.length < bound) {
                packed = new byte[bound];
            }
            int start = page.arrayOffset() + page.position();
            int length = context.compressByteArray(packed, 0, packed.length, page.array(), start, size);
            if (first && length > size * WORTHLESS) {
                codec = CompressionCodecName.UNCOMPRESSED;
                return input;
            }
            first = false;
            return BytesInput.from(packed, 0, length);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return codec;
        }

        @Override
        public void release() {}
    }
}
