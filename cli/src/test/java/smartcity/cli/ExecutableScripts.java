package smartcity.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import smartcity.local.run.CityService;

/// Scripts in the place of native executables: each starts the jar of its service, and refuses what a native executable
/// refuses.
final class ExecutableScripts {
    private ExecutableScripts() {}

    /// Writes one for each service.
    ///
    /// @return their folder, below `folder`
    static Path in(Path folder) throws IOException {
        Path place = Files.createDirectories(folder.resolve("executables"));
        for (CityService service : CityService.values()) {
            Path jar = Path.of("..", service.module(), "target/quarkus-app/quarkus-run.jar");
            Path file = place.resolve(service.module());
            Files.writeString(file, script(jar.toAbsolutePath()));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return place;
    }

    private static String script(Path jar) {
        return """
            #!/bin/sh
            for argument in "$@"; do
                case $argument in
                    -Xm[nsx]* | -Xss* | -XX:+ExitOnOutOfMemoryError | -D*) ;;
                    *) echo "Unrecognized option: $argument"; exit 1 ;;
                esac
            done
            echo "Started with $*"
            exec "%s/bin/java" --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "$@" -jar "%s"
            """.formatted(System.getProperty("java.home"), jar);
    }
}
