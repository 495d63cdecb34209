package smartcity.audit.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
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
        try (Stream<Path> files = Files.walk(start)) {
            files.filter(Files::isRegularFile)
                    .map(this::stored)
                    .filter(object -> object.key().startsWith(prefix))
                    .forEach(each);
        } catch (UncheckedIOException e) {
            IOException cause = e.getCause();
            throw failure(start, cause == null ? new IOException(e) : cause);
        } catch (IOException e) {
            throw failure(start, e);
        }
    }

    private static AuditFailedException failure(Path start, IOException e) {
        return new AuditFailedException("Failed to list " + start + ": " + LakeFailure.reason(e), e);
    }

    private StoredObject stored(Path file) {
        try {
            String key = folder.relativize(file).toString().replace('\\', '/');
            return new StoredObject(key, Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read the size of " + file, e);
        }
    }

    @Override
    public LakeFile file(StoredObject object) {
        return new FolderFile(folder.resolve(object.key()));
    }
}
