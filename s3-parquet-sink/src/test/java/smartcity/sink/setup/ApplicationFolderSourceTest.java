package smartcity.sink.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationFolderSourceTest {
    @TempDir
    private Path folder;

    private ApplicationFolderSource besideTheJar() {
        return new ApplicationFolderSource(Optional.of(folder.resolve("quarkus-run.jar")));
    }

    @Test
    void readsTheFileBesideTheApplicationBelowThatOfTheWorkingDirectory() throws IOException {
        Files.createDirectory(folder.resolve("config"));
        Files.writeString(folder.resolve("config/application.properties"), "sink.bucket=b\n");

        assertThat(besideTheJar().getConfigSources(getClass().getClassLoader()))
                .singleElement()
                .satisfies(source -> {
                    assertThat(source.getValue("sink.bucket")).isEqualTo("b");
                    assertThat(source.getOrdinal()).isBetween(251, 259);
                });
    }

    @Test
    void addsNothingWithoutTheFileOrAnApplication() {
        assertThat(besideTheJar().getConfigSources(getClass().getClassLoader())).isEmpty();
        assertThat(new ApplicationFolderSource(Optional.empty())
                        .getConfigSources(getClass().getClassLoader()))
                .isEmpty();
    }
}
