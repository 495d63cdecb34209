package smartcity.local.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import smartcity.local.child.LaunchException;

/// Where the native executables are that run instead of jars.
///
/// @param place a folder with an executable of every service that is started, or the executable of one service, whose
///     name its file starts with: then the others run on a JVM
public record NativeExecutables(Path place) {
    /// The system property that names the place for tests and commands; empty or absent for jars.
    public static final String PROPERTY = "smartcity.executable";

    public NativeExecutables {
        place = place.toAbsolutePath().normalize();
    }

    /// As [#PROPERTY] of this process names them; empty if it does not.
    static Optional<NativeExecutables> ofThisProcess() {
        return Optional.of(System.getProperty(PROPERTY, ""))
                .filter(place -> !place.isEmpty())
                .map(place -> new NativeExecutables(Path.of(place)));
    }

    /// The executable of the module `service`; empty if the place is the executable of another one.
    ///
    /// In a folder it is named as the service, with or without `-runner`. The folder may also be a checkout after
    /// a native build.
    ///
    /// @throws LaunchException if the folder has none
    public Optional<Path> of(String service) {
        if (Files.isRegularFile(place)) {
            return Optional.of(place)
                    .filter(file -> file.getFileName().toString().startsWith(service));
        }
        return Optional.of(Stream.of(service, service + "-runner", service + "/target/" + service + "-runner")
                .map(place::resolve)
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .orElseThrow(() -> new LaunchException("There is no executable of " + service + " in " + place
                        + ": build it with ./mvnw -Dquick -Dnative package -pl " + service
                        + " -am, or name the folder with --native=DIR")));
    }
}
