package smartcity.local.infra;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;

/// The folder that holds everything of a city, owned by one launcher at a time.
public final class DataFolder implements AutoCloseable {
    /// Below this much free space a city does not start [bytes]; chosen, not measured.
    private static final long SPACE_TO_START = 1L << 30;
    /// Below this much free space a running city stops, while what is in Kafka can still land [bytes]; chosen, not
    /// measured.
    private static final long SPACE_TO_GO_ON = 1L << 28;

    private static final String OWNER = "up.pid";

    private final Path folder;
    private final FileChannel lock;

    private DataFolder(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Takes the folder, made when missing. Its file `up.pid` names the owner's process.
    ///
    /// @throws LaunchException if another launcher owns it, or it cannot be written, or the disk is nearly full
    public static DataFolder lock(Path folder) {
        try {
            Files.createDirectories(folder);
            requireSpace(folder, SPACE_TO_START, "needs at least 1 GiB");
            FileChannel channel =
                    FileChannel.open(folder.resolve(OWNER), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel) == null) {
                channel.close();
                throw new LaunchException("The data folder " + folder
                        + " is in use by another ./smartcity up: stop that one or choose another folder with --data");
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new DataFolder(folder, channel);
        } catch (IOException e) {
            throw new LaunchException("Failed to use the data folder " + folder + ": " + FileFailure.reason(e), e);
        }
    }

    /// Whether a launcher that lives owns the folder, by what its file says.
    static boolean isOwned(Path folder) {
        Path file = folder.resolve(OWNER);
        try {
            String owner = Files.exists(file) ? Files.readString(file).strip() : "";
            return owner.matches("\\d{1,18}")
                    && ProcessHandle.of(Long.parseLong(owner))
                            .filter(ProcessHandle::isAlive)
                            .isPresent();
        } catch (IOException e) {
            throw new LaunchException("Failed to read " + file + ": " + FileFailure.reason(e), e);
        }
    }

    /// Fails if so little space is left that the city had better stop.
    ///
    /// @throws LaunchException with the sentence that says what to do
    public void requireSpaceToContinue() {
        try {
            requireSpace(folder, SPACE_TO_GO_ON, "stops below 256 MiB");
        } catch (IOException e) {
            throw new LaunchException("Failed to read the free space of " + folder + ": " + FileFailure.reason(e), e);
        }
    }

    @Override
    public void close() {
        try {
            lock.truncate(0);
            lock.close();
        } catch (IOException e) {
            throw new LaunchException("Failed to release the data folder " + folder + ": " + FileFailure.reason(e), e);
        }
    }

    private static @Nullable FileLock locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) { // the owner is this very JVM
            return null;
        }
    }

    private static void requireSpace(Path folder, long bytes, String rule) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytes) {
            throw new LaunchException("Only " + (free >> 20) + " MiB are free on the disk of the data folder " + folder
                    + " and a city " + rule + ": make room or choose another folder with --data");
        }
    }
}
