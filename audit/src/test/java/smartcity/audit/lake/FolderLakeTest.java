package smartcity.audit.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLakeTest {
    @TempDir
    private Path folder;

    private List<StoredObject> list(String prefix) {
        List<StoredObject> objects = new ArrayList<>();
        new FolderLake(folder).list(prefix, objects::add);
        return objects;
    }

    @Test
    void hasTheObjectsWhoseKeysBeginWithAPrefix() throws IOException {
        Files.createDirectories(folder.resolve("data/gps_data"));
        Files.createDirectories(folder.resolve("data/other"));
        Files.writeString(folder.resolve("data/gps_data/gps_data-0-1.parquet"), "four");
        Files.writeString(folder.resolve("data/other/other-0-1.parquet"), "others");

        assertThat(list("data/gps")).containsExactly(new StoredObject("data/gps_data/gps_data-0-1.parquet", 4));
        assertThat(list("")).hasSize(2);
        assertThat(list("absent/")).isEmpty();
    }

    /// A server that stores objects as files gives each a temporary name before it has its own.
    @Test
    void takesNoNoticeOfFilesThatAreRenamedMeanwhile() throws IOException {
        Files.writeString(folder.resolve("stays.parquet"), "four");
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Void> renaming = CompletableFuture.runAsync(() -> renameUntil(stop));

        try {
            for (int listing = 0; listing < 2_000; listing++) {
                assertThat(list("")).as("listing %s", listing).contains(new StoredObject("stays.parquet", 4));
            }
        } finally {
            stop.set(true);
        }
        renaming.join();
    }

    private void renameUntil(AtomicBoolean stop) {
        try {
            for (int object = 0; !stop.get(); object++) {
                Path temporary = Files.createFile(folder.resolve(object % 10 + ".parquet-temporary"));
                Path stored = Files.move(temporary, folder.resolve(object % 10 + ".parquet"));
                Files.delete(stored);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
