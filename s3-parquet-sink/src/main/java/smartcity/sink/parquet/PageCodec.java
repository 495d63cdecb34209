package smartcity.sink.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;
import smartcity.sink.file.CompressionCodec;
import smartcity.sink.file.FileForm;

/// Compresses pages straight by the codecs' libraries: the codec factory that comes with the Parquet library needs
/// Hadoop classes.
///
/// Shared by all files of the thread that writes them; [#close] frees its native memory.
final class PageCodec implements AutoCloseable {
    /// A column whose first page keeps more than this of its size is stored as it is: random identifiers and packed
    /// numbers do not shrink, and readers are spared the work [chosen, not measured].
    private static final double WORTHLESS = 0.97;

    /// The level of zstd that takes least time. Source: zstd, whose negative levels do not compress what does not
    /// repeat.
    private static final int FASTEST = 1;

    /// How much larger a column may become by the fastest level to save the time of the set one, in files that are not
    /// to be the smallest: of vehicles, a hundredth of all bytes for a third of the time [measured].
    private static final double LARGER = 1.1;

    /// Of a first page, what is tried by both levels: so many pieces of at most this size, spread over the page, as
    /// values that are split by byte change their nature within a page [chosen, not measured].
    private static final int PIECES = 8;

    private static final int PIECE_BYTES = 4 * 1024;

    private final double larger;
    private final @Nullable PageCompressor packer;

    /// Null where there is no faster one.
    private final @Nullable PageCompressor faster;

    private final Gathering gathering = new Gathering();
    private final byte[] sample = new byte[PIECES * PIECE_BYTES];
    private byte[] packed = new byte[0];

    /// @param form of the files: the compact one is the smallest
    PageCodec(CompressionCodec codec, FileForm form) {
        larger = form == FileForm.COMPATIBLE && codec.equals(CompressionCodec.USUAL) ? LARGER : 1;
        packer = switch (codec) {
            case CompressionCodec.Zstd(int level) -> new PageCompressor.Zstandard(level);
            case CompressionCodec.Snappy _ -> new PageCompressor.Snappy();
            case CompressionCodec.None _ -> null;
        };
        faster = codec instanceof CompressionCodec.Zstd(int level) && level > FASTEST
                ? new PageCompressor.Zstandard(FASTEST)
                : null;
    }

    /// A compressor for the pages of one column chunk.
    BytesInputCompressor compressor() {
        return new Compressor(packer);
    }

    @Override
    public void close() {
        if (packer != null) {
            packer.close();
        }
        if (faster != null) {
            faster.close();
        }
    }

    /// Makes room for a packed page of `size` bytes.
    private byte[] room(PageCompressor by, int size) {
        int bound = by.bound(size);
        if (packed.length < bound) {
            packed = new byte[bound];
        }
        return packed;
    }

    /// The compressor that suits a column with this first page: the fastest if the page becomes hardly larger by it.
    /// Random text, such as UUIDs, takes the usual level several times as long for nothing [measured on vehicles].
    private PageCompressor suited(PageCompressor usual, byte[] page, int start, int size) throws IOException {
        PageCompressor quick = faster;
        int piece = Math.min(size / (4 * PIECES), PIECE_BYTES);
        if (quick == null || piece == 0) {
            return usual;
        }
        int length = PIECES * piece;
        for (int i = 0; i < PIECES; i++) {
            int from = start + (int) ((long) i * (size - piece) / (PIECES - 1));
            System.arraycopy(page, from, sample, i * piece, piece);
        }
        int least = usual.pack(sample, 0, length, room(usual, length));
        return quick.pack(sample, 0, length, room(quick, length)) <= least * larger ? quick : usual;
    }

    /// The array in which pages of several pieces are gathered.
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
        private @Nullable PageCompressor used;

        Compressor(@Nullable PageCompressor packer) {
            used = packer;
        }

        @Override
        public BytesInput compress(BytesInput input) throws IOException {
            PageCompressor by = used;
            if (by == null) {
                return input;
            }
            ByteBuffer page = input.toByteBuffer(gathering, _ -> {});
            int size = page.remaining();
            int start = page.arrayOffset() + page.position();
            if (first) {
                by = suited(by, page.array(), start, size);
                used = by;
            }
            int length = by.pack(page.array(), start, size, room(by, size));
            if (first && length > size * WORTHLESS) {
                used = null;
                return input;
            }
            first = false;
            return BytesInput.from(packed, 0, length);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return used == null ? CompressionCodecName.UNCOMPRESSED : used.name();
        }

        @Override
        public void release() {}
    }
}
