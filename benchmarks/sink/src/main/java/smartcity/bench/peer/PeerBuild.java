package smartcity.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;

/// A peer's program, built from `benchmarks/peers/<module>` with the libraries that Maven finds.
///
/// @param home the repository's root
record PeerBuild(Path home, String module) {
    private static final Duration LIMIT = Duration.ofMinutes(15);

    /// The class path of the built program.
    String classPath() {
        return jar() + System.getProperty("path.separator") + target().resolve("lib/*");
    }

    /// The folder of what was built.
    Path target() {
        return peers().resolve(module).resolve("target");
    }

    /// Builds it if it is missing or older than its sources.
    ///
    /// @return why it could not be built; empty if it could
    Optional<String> build() {
        if (isFresh()) {
            return Optional.empty();
        }
        Path log = home.resolve("benchmarks/sink/target/peer-" + module + ".log");
        List<String> command = List.of(
                home.resolve("mvnw").toString(),
                "-B",
                "-q",
                "-f",
                peers().resolve("pom.xml").toString(),
                "-pl",
                module,
                "-am",
                "package");
        try {
            Files.createDirectories(log.getParent());
            Process maven = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!maven.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                maven.destroy();
                return Optional.of("its libraries were not there after " + LIMIT.toMinutes() + " minutes; see " + log);
            }
            return maven.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("its libraries could not be resolved, or it does not compile; see " + log);
        } catch (IOException e) {
            throw new LaunchException("Failed to build " + module + ": " + FileFailure.reason(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while " + module + " was built", e);
        }
    }

    private boolean isFresh() {
        return Files.exists(jar())
                && changed(jar())
                                .compareTo(Stream.of("pom.xml", "common", module)
                                        .flatMap(part -> sources(peers().resolve(part)).stream())
                                        .map(PeerBuild::changed)
                                        .max(Comparator.naturalOrder())
                                        .orElseThrow())
                        > 0;
    }

    private static List<Path> sources(Path part) {
        try (Stream<Path> entries = Files.walk(part)) {
            return entries.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/target/"))
                    .toList();
        } catch (IOException e) {
            throw new LaunchException("Failed to list " + part, e);
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            throw new LaunchException("Failed to read " + file, e);
        }
    }

    private Path jar() {
        return target().resolve("peer.jar");
    }

    private Path peers() {
        return home.resolve("benchmarks/peers");
    }
}
