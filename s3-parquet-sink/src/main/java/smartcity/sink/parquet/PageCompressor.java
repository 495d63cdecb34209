package smartcity.sink.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/// One library that compresses. [#close] frees its native memory.
interface PageCompressor extends AutoCloseable {
    /// What readers call it.
    CompressionCodecName name();

    /// Bytes that packing `size` bytes may take.
    int bound(int size);

    /// Packs a part of `page` into `into`, which has the bound's size at least, and returns how much it became.
    int pack(byte[] page, int start, int size, byte[] into) throws IOException;

    @Override
    void close();

    /// Zstandard by zstd-jni, with one native context.
    final class Zstandard implements PageCompressor {
        private final ZstdCompressCtx context = new ZstdCompressCtx();

        Zstandard(int level) {
            context.setLevel(level);
        }

        @Override
        public CompressionCodecName name() {
            return CompressionCodecName.ZSTD;
        }

        @Override
        public int bound(int size) {
            return Math.toIntExact(Zstd.compressBound(size));
        }

        @Override
        public int pack(byte[] page, int start, int size, byte[] into) {
            return context.compressByteArray(into, 0, into.length, page, start, size);
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /// Snappy by snappy-java, in raw blocks.
    final class Snappy implements PageCompressor {
        @Override
        public CompressionCodecName name() {
            return CompressionCodecName.SNAPPY;
        }

        @Override
        public int bound(int size) {
            return org.xerial.snappy.Snappy.maxCompressedLength(size);
        }

        @Override
        public int pack(byte[] page, int start, int size, byte[] into) throws IOException {
            return org.xerial.snappy.Snappy.compress(page, start, size, into, 0);
        }

        @Override
        public void close() {}
    }
}
