package smartcity.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The Java runtime that the peers need, as Spark 3.5 does not run on anything newer.
final class PeerRuntime {
    private static final String VERSION = "JAVA_VERSION=\"17";

    private PeerRuntime() {}

    /// Its home: `JAVA17_HOME`, else the first in the folders where packages and tools put JDKs.
    static Optional<Path> home() {
        Path user = Path.of(System.getProperty("user.home"));
        Stream<Path> named = Stream.of("JAVA17_HOME", "JAVA_HOME")
                .map(System::getenv)
                .filter(Objects::nonNull)
                .map(Path::of);
        Stream<Path> usual = Stream.of(
                        Path.of("/usr/lib/jvm"),
                        Path.of("/usr/lib64/jvm"),
                        Path.of("/usr/java"),
                        Path.of("/opt"),
                        Path.of("/opt/java"),
                        user.resolve(".sdkman/candidates/java"),
                        user.resolve(".jdks"),
                        user.resolve(".asdf/installs/java"))
                .flatMap(folder -> entries(folder).stream());
        return Stream.concat(named, usual).filter(PeerRuntime::is17).findFirst();
    }

    private static boolean is17(Path home) {
        if (!Files.isExecutable(home.resolve("bin/java"))) {
            return false;
        }
        try {
            return Files.readAllLines(home.resolve("release")).stream().anyMatch(line -> line.startsWith(VERSION));
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
