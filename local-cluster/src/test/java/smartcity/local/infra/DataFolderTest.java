package smartcity.local.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.child.LaunchException;

class DataFolderTest {
    @TempDir
    private Path temporary;

    @Test
    void belongsToOneLauncherAtATime() {
        Path folder = temporary.resolve("city");
        try (DataFolder owned = DataFolder.lock(folder)) {
            owned.requireSpaceToContinue();

            assertThatThrownBy(() -> DataFolder.lock(folder))
                    .isInstanceOf(LaunchException.class)
                    .hasMessage(
                            "The data folder " + folder
                                    + " is in use by another ./smartcity up: stop that one or choose another folder with --data");
        }
    }

    @Test
    void isFreeAgainAfterwards() throws IOException {
        DataFolder.lock(temporary).close();

        try (DataFolder owned = DataFolder.lock(temporary)) {
            owned.requireSpaceToContinue();
            assertThat(Files.readString(temporary.resolve("up.pid")))
                    .isEqualTo(Long.toString(ProcessHandle.current().pid()));
        }
    }

    @Test
    void namesAFolderThatCannotBe() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> DataFolder.lock(file))
                .isInstanceOf(LaunchException.class)
                .hasMessageStartingWith("Failed to use the data folder " + file);
    }
}
