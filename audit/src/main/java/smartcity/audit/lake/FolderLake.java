package smartcity.audit.lake;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import smartcity.audit.report.AuditFailedException;

/// A folder of plain files whose paths are the keys: a bucket of a file-system S3 server, or a copy of a bucket.
///
/// @param folder the bucket's own folder; one that does not exist is an empty lake
public record FolderLake(Path folder) implements AuditedLake {
    @Override
    public String location() {
        return folder.toString();
    }

    @Override
    public void list(String prefix, Consumer<StoredObject> each) {
        Path start = folder.resolve(prefix.substring(0, prefix.lastIndexOf('/') + 1));
        if (!Files.isDirectory(start)) {
            return;
        }
        try {
            Files.walkFileTree(start, new Listing(object -> {
                if (object.key().startsWith(prefix)) {
                    each.accept(object);
                }
            }));
        } catch (IOException e) {
            throw failure(start, e);
        }
    }

    private static AuditFailedException failure(Path start, IOException e) {
        return new AuditFailedException("Failed to list " + start + ": " + LakeFailure.reason(e), e);
    }

    @Override
    public LakeFile file(StoredObject object) {
        return new FolderFile(folder.resolve(object.key()));
    }

    /// Passes on each file of the lake.
    private final class Listing extends SimpleFileVisitor<Path> {
        private final Consumer<StoredObject> each;

        Listing(Consumer<StoredObject> each) {
            this.each = each;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
                each.accept(new StoredObject(folder.relativize(file).toString().replace('\\', '/'), attributes.size()));
            }
            return FileVisitResult.CONTINUE;
        }

        /// A server that stores an object under a temporary name may have renamed it since its folder was read.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw e;
        }
    }
}
