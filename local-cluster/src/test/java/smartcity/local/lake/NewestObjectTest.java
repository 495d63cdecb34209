package smartcity.local.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewestObjectTest {
    @TempDir
    private Path topic;

    private void land(String object, long second) throws IOException {
        Path file = topic.resolve(object);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000 * second));
        Files.setLastModifiedTime(file.getParent(), FileTime.fromMillis(1000 * second));
    }

    @Test
    void isTheOneThatLandedLast() throws IOException {
        land("date=2026-11-23/hour=10/late.parquet", 20);
        land("date=2026-11-23/hour=09/early.parquet", 10);
        land("date=2026-11-23/hour=08/last.parquet", 30);

        assertThat(NewestObject.in(topic)).contains(Path.of("date=2026-11-23/hour=08/last.parquet"));
    }

    @Test
    void isNoUnfinishedUpload() throws IOException {
        land("date=2026-11-23/hour=10/done.parquet", 20);
        land("date=2026-11-23/hour=10/done.parquet-upload", 30);

        assertThat(NewestObject.in(topic)).contains(Path.of("date=2026-11-23/hour=10/done.parquet"));
    }

    @Test
    void isNoneWhereNothingHasLanded() {
        assertThat(NewestObject.in(topic.resolve("nowhere"))).isEmpty();
    }
}
