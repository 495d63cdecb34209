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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/// The objects of a lake in a folder, as files.
public final class LakeFiles {
    private LakeFiles() {}

    /// The Parquet files below a folder that may change meanwhile; none if there is no such folder.
    ///
    /// @throws UncheckedIOException if a folder cannot be read
    public static List<Path> parquet(Path folder) {
        List<Path> files = new ArrayList<>();
        visit(folder, file -> {
            files.add(file);
            return FileVisitResult.CONTINUE;
        });
        return files;
    }

    /// Whether there is a Parquet file below a folder that may change meanwhile; ends at the first.
    ///
    /// @throws UncheckedIOException if a folder cannot be read
    public static boolean hasParquet(Path folder) {
        AtomicBoolean found = new AtomicBoolean();
        visit(folder, _ -> {
            found.set(true);
            return FileVisitResult.TERMINATE;
        });
        return found.get();
    }

    private static void visit(Path folder, Function<Path, FileVisitResult> each) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    return file.toString().endsWith(".parquet") ? each.apply(file) : FileVisitResult.CONTINUE;
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
    }
}
