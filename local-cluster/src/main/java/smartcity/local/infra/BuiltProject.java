package smartcity.local.infra;

import java.nio.file.Files;
import java.nio.file.Path;
import smartcity.local.child.LaunchException;

/// The paths of the built programs.
///
/// @param home the repository's root, absolute
public record BuiltProject(Path home) {
    private static final String SINK = "s3-parquet-sink";

    public BuiltProject {
        home = home.toAbsolutePath().normalize();
    }

    /// The project of this launcher, as the script names it.
    public static BuiltProject atHome() {
        return new BuiltProject(Path.of(System.getProperty("smartcity.home", ".")));
    }

    /// The data folder unless another one is named.
    public Path data() {
        return home.resolve(".city");
    }

    /// The packaged application of the module `service`.
    public Path service(String service) {
        return built(home.resolve(service).resolve("target/quarkus-app/quarkus-run.jar"));
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
