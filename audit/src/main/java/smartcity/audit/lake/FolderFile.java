package smartcity.audit.lake;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// A plain file. It is read, not mapped: a mapped file that shrinks can crash the JVM, a read one throws.
final class FolderFile implements LakeFile {
    private final Path path;
    private volatile @Nullable FileChannel channel;

    FolderFile(Path path) {
        this.path = path;
    }

    @Override
    public void open() throws IOException {
        if (channel == null) {
            channel = FileChannel.open(path);
        }
    }

    @Override
    public ByteBuffer readRange(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (opened().read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("Failed to read " + length + " bytes at " + offset + " of " + path);
            }
        }
        return bytes.flip();
    }

    @Override
    public long length() throws IOException {
        return opened().size();
    }

    private FileChannel opened() throws IOException {
        FileChannel open = channel;
        if (open == null) {
            throw new IOException("Failed to read " + path + ": it is not open");
        }
        return open;
    }

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public OptionalLong recordedRows() {
        return OptionalLong.empty();
    }

    @Override
    public void close() throws IOException {
        FileChannel open = channel;
        if (open != null) {
            open.close();
        }
    }
}
