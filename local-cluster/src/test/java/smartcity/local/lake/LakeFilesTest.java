package smartcity.local.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeFilesTest {
    @TempDir
    private Path folder;

    @Test
    void hasTheParquetFilesOfAllFoldersAndNoOthers() throws IOException {
        Path first = Files.createFile(folder.resolve("first.parquet"));
        Path second = Files.createFile(Files.createDirectories(folder.resolve("date=2026-11-23/hour=07"))
                .resolve("second.parquet"));
        Files.createFile(folder.resolve("probe"));

        assertThat(LakeFiles.parquet(folder)).containsExactlyInAnyOrder(first, second);
        assertThat(LakeFiles.parquet(folder.resolve("absent"))).isEmpty();
        assertThat(LakeFiles.hasParquet(folder)).isTrue();
        assertThat(LakeFiles.hasParquet(folder.resolve("absent"))).isFalse();
        assertThat(LakeFiles.hasParquet(Files.createDirectory(folder.resolve("empty"))))
                .isFalse();
    }

    /// As S3Proxy stores objects: each has a temporary name before it has its own.
    @Test
    void takesNoNoticeOfFilesThatAreRenamedMeanwhile() throws IOException {
        Path stays = Files.createFile(folder.resolve("stays.parquet"));
        AtomicBoolean stop = new AtomicBoolean();
        CompletableFuture<Void> renaming = CompletableFuture.runAsync(() -> renameUntil(stop));

        try {
            for (int listing = 0; listing < 2_000; listing++) {
                assertThat(LakeFiles.parquet(folder)).as("listing %s", listing).contains(stays);
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
