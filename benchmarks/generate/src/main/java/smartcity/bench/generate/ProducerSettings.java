package smartcity.bench.generate;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/// With what the simulators produce, as their defaults say.
final class ProducerSettings {
    static final String FILE = "emission/src/main/resources/META-INF/microprofile-config.properties";

    private static final List<String> COMPARED = List.of(
            "acks",
            "enable.idempotence",
            "max.in.flight.requests.per.connection",
            "compression.type",
            "compression.zstd.level",
            "linger.ms",
            "batch.size",
            "buffer.memory");

    private ProducerSettings() {}

    /// The settings that decide how fast a producer is, of those that are set.
    ///
    /// @param home the repository's root
    static Map<String, String> read(Path home) {
        Properties defaults = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve(FILE))) {
            defaults.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + home.resolve(FILE), e);
        }
        Map<String, String> settings = new TreeMap<>();
        for (String key : defaults.stringPropertyNames()) {
            for (String name : COMPARED) {
                if (key.endsWith("." + name)) {
                    settings.put(name, defaults.getProperty(key));
                }
            }
        }
        return settings;
    }
}
