package smartcity.local.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFailureTest {
    @TempDir
    private Path folder;

    @Test
    void namesAFileThatIsMissing() {
        IOException failure =
                catchThrowableOfType(IOException.class, () -> Files.readString(folder.resolve("city.properties")));

        assertThat(FileFailure.reason(failure)).isEqualTo(folder.resolve("city.properties") + " does not exist");
    }

    @Test
    void namesAFileWhereAFolderIsNeeded() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));
        IOException failure = catchThrowableOfType(IOException.class, () -> Files.createDirectories(file));

        assertThat(FileFailure.reason(failure)).isEqualTo(file + " exists and is no folder");
    }

    @Test
    void namesNoClassOfJava() {
        assertThat(FileFailure.reason(new IOException())).doesNotContain("java", "Exception");
        assertThat(FileFailure.reason(new IOException("No space left on device")))
                .isEqualTo("No space left on device");
    }
}
