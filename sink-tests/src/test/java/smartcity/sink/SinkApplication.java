package smartcity.sink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The packaged sink that tests start: its jar, or the native executable that the system property
/// `smartcity.executable`
/// names, itself or by a folder.
///
/// @param file jar or executable
record SinkApplication(Path file) {
    private static final Path JAR = Path.of("../s3-parquet-sink/target/quarkus-app/quarkus-run.jar");
    private static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@../s3-parquet-sink/jvm.options");
    private static final String RUNNER = "s3-parquet-sink-runner";

    static SinkApplication underTest() {
        String place = System.getProperty("smartcity.executable", "");
        if (place.isEmpty()) {
            return new SinkApplication(JAR);
        }
        List<String> names = List.of("", "s3-parquet-sink", RUNNER, "s3-parquet-sink/target/" + RUNNER);
        return names.stream()
                .map(Path.of(place)::resolve)
                .filter(Files::isRegularFile)
                .findFirst()
                .map(file -> new SinkApplication(file.toAbsolutePath()))
                .orElseThrow(() -> new IllegalStateException("There is no executable of the sink in " + place));
    }

    /// How it is started. An executable takes settings as a JVM does, and of the JVM's flags the heap alone.
    List<String> command(Map<String, String> settings) {
        boolean isJar = file.equals(JAR);
        List<String> command = new ArrayList<>(isJar ? JAVA : List.of(file.toString(), "-Xmx256m"));
        if (isJar) {
            command.addAll(SinkStartCache.flags(JAVA, JAR));
        }
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        if (isJar) {
            command.addAll(List.of("-jar", file.toString()));
        }
        return command;
    }

    /// A file beside it.
    Path beside(String path) {
        return file.resolveSibling(path);
    }
}
