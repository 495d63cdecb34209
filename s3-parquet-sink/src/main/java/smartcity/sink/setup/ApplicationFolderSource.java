package smartcity.sink.setup;

import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.ConfigSourceProvider;

/// Reads `config/application.properties` beside the application: in the folder of its jar or of its executable. Quarkus
/// itself looks for that file in the working directory.
public final class ApplicationFolderSource implements ConfigSourceProvider {
    /// Below the file in the working directory, which has 260, and above the one inside of the application, which has
    /// 250. Source: Quarkus, "Configuration reference guide", configuration sources.
    private static final int ORDINAL = 255;

    private static final Path FILE = Path.of("config", "application.properties");

    private final Optional<Path> application;

    /// Of this process.
    public ApplicationFolderSource() {
        this(application());
    }

    /// @param application its jar or executable; empty when the process has neither, as in tests
    ApplicationFolderSource(Optional<Path> application) {
        this.application = application;
    }

    private static Optional<Path> application() {
        String classPath = System.getProperty("java.class.path", "");
        if (classPath.isEmpty()) { // of an executable
            return ProcessHandle.current().info().command().map(Path::of);
        }
        return classPath.endsWith("quarkus-run.jar") ? Optional.of(Path.of(classPath)) : Optional.empty();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources(ClassLoader loader) {
        return application
                .map(path -> path.toAbsolutePath().resolveSibling(FILE))
                .filter(Files::isRegularFile)
                .map(ApplicationFolderSource::source)
                .map(List::of)
                .orElse(List.of());
    }

    private static ConfigSource source(Path file) {
        try {
            return new PropertiesConfigSource(file.toUri().toURL(), ORDINAL);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read settings from " + file, e);
        }
    }
}
