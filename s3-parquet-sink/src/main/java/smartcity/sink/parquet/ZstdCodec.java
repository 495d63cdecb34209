package smartcity.sink.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// Zstandard straight from zstd-jni: the codec factory that comes with the Parquet library needs Hadoop classes.
///
/// Holds one native compression context, shared by all files of the thread that writes them; [#close] frees it.
final class ZstdCodec implements CompressionCodecFactory, AutoCloseable {
    private final ZstdCompressCtx context = new ZstdCompressCtx();
    private byte[] plain = new byte[0];
    private byte[] packed = new byte[0];

    /// @param level of compression, 1 (fast) to 22 (small)
    ZstdCodec(int level) {
        context.setLevel(level);
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        if (name != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("name must be ZSTD but was " + name);
        }
        return new Compressor();
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        throw new UnsupportedOperationException("Failed to decompress " + name + ": this codec only writes");
    }

    /// Nothing: the context outlives the file.
    @Override
    public void release() {}

    @Override
    public void close() {
        context.close();
    }

    /// Reuses its arrays: the writer copies a compressed page before it compresses the next.
    private final class Compressor implements BytesInputCompressor, ByteBufferAllocator {
        @Override
        public BytesInput compress(BytesInput input) {
            ByteBuffer page = input.toByteBuffer(this, _ -> {});
            int size = page.remaining();
            int bound = (int) Zstd.compressBound(size);
            if (packed.length < bound) {
                packed = new byte[bound];
            }
            int start = page.arrayOffset() + page.position();
            int length = context.compressByteArray(packed, 0, packed.length, page.array(), start, size);
            return BytesInput.from(packed, 0, length);
        }

        /// The one array that pages are gathered in which do not lie in one piece.
        @Override
        public ByteBuffer allocate(int size) {
            if (plain.length < size) {
                plain = new byte[size];
            }
            return ByteBuffer.wrap(plain, 0, size);
        }

        @Override
        public void release(ByteBuffer buffer) {}

        @Override
        public boolean isDirect() {
            return false;
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public void release() {}
    }
}
