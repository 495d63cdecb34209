package smartcity.local.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.local.child.LaunchException;

class NativeExecutablesTest {
    @TempDir
    private Path folder;

    private Path executable(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weather-simulator",
                "weather-simulator-runner",
                "weather-simulator/target/weather-simulator-runner"
            })
    void findsAServiceInAFolderAndInACheckout(String name) throws IOException {
        Path file = executable(name);

        assertThat(new NativeExecutables(folder).of("weather-simulator")).contains(file);
    }

    @Test
    void refusesAFolderThatLacksAService() throws IOException {
        executable("weather-simulator");
        Files.createFile(folder.resolve("s3-parquet-sink")); // not executable

        assertThatThrownBy(() -> new NativeExecutables(folder).of("s3-parquet-sink"))
                .isInstanceOf(LaunchException.class)
                .hasMessage("There is no executable of s3-parquet-sink in " + folder + ": build it with ./mvnw -Dquick"
                        + " -Dnative package -pl s3-parquet-sink -am, or name the folder with --native=DIR");
    }

    @Test
    void takesTheExecutableOfOneServiceForThatServiceAlone() throws IOException {
        Path file = executable("s3-parquet-sink-runner");
        NativeExecutables one = new NativeExecutables(file);

        assertThat(one.of("s3-parquet-sink")).contains(file);
        assertThat(one.of("vehicle-simulator")).isEmpty();
    }

    @Test
    void runsAServiceFromItsExecutableWithoutItsJar() throws IOException {
        Path file = executable("vehicle-simulator");
        BuiltProject project = new BuiltProject(folder, Optional.empty()).withExecutables(folder);

        List<String> command = project.service("vehicle-simulator")
                .program("vehicle-simulator-2", List.of("-Xmx128m", "-XX:NewRatio=1", "-Xss512k"), Map.of())
                .command();

        assertThat(command).containsExactly(file.toString(), "-Xmx128m", "-Xss512k");
    }

    @Test
    void looksInTheRepositoryWhereNoFolderIsNamed() throws IOException {
        Path file = executable("vehicle-simulator/target/vehicle-simulator-runner");
        BuiltProject project = new BuiltProject(folder, Optional.empty());

        assertThat(project.withExecutables(Path.of(""))
                        .service("vehicle-simulator")
                        .executable())
                .contains(file);
        assertThat(project.withExecutables(null)).isEqualTo(project);
    }
}
