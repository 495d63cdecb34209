package smartcity.local.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// The objects of a lake in a folder, as files.
public final class LakeFiles {
    private LakeFiles() {}

    /// The Parquet files below a folder that may change meanwhile; none if there is no such folder.
    ///
    /// @throws UncheckedIOException if a folder cannot be read
    public static List<Path> parquet(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".parquet")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }

                // S3Proxy stores an object under a temporary name: it may be gone since its folder was read.
                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    if (e instanceof NoSuchFileException) {
                        return FileVisitResult.CONTINUE;
                    }
                    throw e;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to list " + folder, e);
        }
        return files;
    }
}
