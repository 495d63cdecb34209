package smartcity.local.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.local.child.LaunchException;

class PackagedSinkTest {
    @TempDir
    private Path folder;

    private PackagedSink sink;
    private Path cache;

    @BeforeEach
    void build() throws IOException {
        Path jar = Files.createFile(folder.resolve("quarkus-run.jar"));
        Files.setLastModifiedTime(jar, FileTime.fromMillis(10_000));
        sink = new PackagedSink(new PackagedService(jar, Optional.empty()), folder.resolve("jvm.options"));
        cache = folder.resolve("sink-" + System.getProperty("java.runtime.version") + ".aot");
    }

    private void leaveACache(long modifiedMillis) throws IOException {
        Files.setLastModifiedTime(Files.createFile(cache), FileTime.fromMillis(modifiedMillis));
    }

    private List<String> command() {
        return sink.program("sink", Map.of()).command();
    }

    @Test
    void startsWithItsOwnFlags() {
        assertThat(command())
                .contains("@" + folder.resolve("jvm.options"))
                .noneMatch(flag -> flag.contains("AOT"))
                .endsWith("-jar", folder.resolve("quarkus-run.jar").toString());
    }

    @Test
    void usesACacheThatIsThere() throws IOException {
        leaveACache(11_000);

        assertThat(command()).containsOnlyOnce("-XX:AOTCache=" + cache);
        assertThat(sink.cache()).contains(cache);
    }

    @Test
    void passesACacheOfAFormerBuildOver() throws IOException {
        leaveACache(9_000);

        assertThat(command()).noneMatch(flag -> flag.contains("AOT"));
        assertThat(sink.cache()).isEmpty();
    }

    @Test
    void passesACacheOfAnotherJdkOver() throws IOException {
        Files.createFile(folder.resolve("sink-24.0.1+9.aot"));

        assertThat(command()).noneMatch(flag -> flag.contains("AOT"));
    }

    @Test
    void givesAnExecutableTheHeapAndNoFlagOfAJvm() throws IOException {
        leaveACache(11_000);
        Files.write(
                folder.resolve("jvm.options"),
                List.of("# The heap.", "-Xmx256m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", ""));

        PackagedSink executable = sink.asExecutable(Path.of("/opt/sink"));

        assertThat(executable.program("sink", Map.of()).command())
                .containsExactly("/opt/sink", "-Xmx256m", "-XX:+ExitOnOutOfMemoryError");
        assertThat(executable.cache()).isEmpty();
    }

    @Test
    void trainsOnAJvmAlsoWhereThereIsAnExecutable() {
        assertThat(sink.asExecutable(Path.of("/opt/sink"))
                        .training("sink", Map.of())
                        .command())
                .contains("-XX:AOTCacheOutput=" + folder.resolve("training.aot"))
                .endsWith("-jar", folder.resolve("quarkus-run.jar").toString());
    }

    @Test
    void writesANewCacheAlsoWhenItHasOne() throws IOException {
        leaveACache(11_000);

        List<String> command = sink.training("sink", Map.of()).command();

        assertThat(command)
                .contains("-XX:AOTCacheOutput=" + folder.resolve("training.aot"))
                .containsSubsequence("@" + folder.resolve("jvm.options"), "@" + folder.resolve("training.options"))
                .noneMatch(flag -> flag.startsWith("-XX:AOTCache="));
    }

    @Test
    void takesWhatItHasLearntIntoUse() throws IOException {
        leaveACache(9_000);
        Files.writeString(folder.resolve("training.aot"), "learnt");

        Path kept = sink.keepTrained();

        assertThat(kept).isEqualTo(cache).hasContent("learnt");
        assertThat(sink.cache()).contains(cache);
        assertThat(folder.resolve("training.aot")).doesNotExist();
    }

    @Test
    void saysThatATrainingHasLeftNothing() {
        assertThatThrownBy(() -> sink.keepTrained())
                .isInstanceOf(LaunchException.class)
                .hasMessage("Failed to keep the AOT cache: the JVM has not written " + folder.resolve("training.aot"));
    }
}
