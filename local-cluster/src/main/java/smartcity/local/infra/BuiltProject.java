package smartcity.local.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smartcity.local.child.LaunchException;

/// The paths of the built programs.
///
/// @param home the repository's root, absolute
/// @param executables that run instead of jars
public record BuiltProject(Path home, Optional<NativeExecutables> executables) {
    private static final String SINK = "s3-parquet-sink";

    public BuiltProject {
        home = home.toAbsolutePath().normalize();
    }

    /// With jars, or with the executables that [NativeExecutables#PROPERTY] names.
    public BuiltProject(Path home) {
        this(home, NativeExecutables.ofThisProcess());
    }

    /// The project of this launcher, as the script names it.
    public static BuiltProject atHome() {
        return new BuiltProject(Path.of(System.getProperty("smartcity.home", ".")));
    }

    /// The same with native executables.
    ///
    /// @param place of the executables, see [NativeExecutables]; an empty path for those that were built here;
    ///     null for no change
    public BuiltProject withExecutables(@Nullable Path place) {
        if (place == null) {
            return this;
        }
        return new BuiltProject(
                home, Optional.of(new NativeExecutables(place.toString().isEmpty() ? home : place)));
    }

    /// The data folder unless another one is named.
    public Path data() {
        return home.resolve(".city");
    }

    /// The packaged application of the module `service`.
    public PackagedService service(String service) {
        Optional<Path> executable = executables.flatMap(all -> all.of(service));
        Path jar = home.resolve(service).resolve("target/quarkus-app/quarkus-run.jar");
        return new PackagedService(executable.isPresent() ? jar : built(jar), executable);
    }

    /// The packaged sink.
    public PackagedSink sink() {
        return new PackagedSink(service(SINK), built(home.resolve(SINK).resolve("jvm.options")));
    }

    Path s3Proxy() {
        return built(target().resolve("s3proxy.jar"));
    }

    /// The class path of the broker's process.
    String brokerClassPath() {
        return built(target().resolve("local-cluster.jar"))
                + System.getProperty("path.separator")
                + target().resolve("lib/*");
    }

    private Path target() {
        return home.resolve("local-cluster/target");
    }

    private static Path built(Path file) {
        if (!Files.exists(file)) {
            throw new LaunchException(file + " is not built: run ./smartcity up, which builds what is missing");
        }
        return file;
    }
}
