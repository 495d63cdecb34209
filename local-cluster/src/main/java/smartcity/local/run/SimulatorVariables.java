package smartcity.local.run;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;

/// The environment of the simulators of the running city, for another one that joins it: `./smartcity dev`. With other
/// values that one would take the shards for another city.
///
/// @param file `simulators.properties` in the data folder
record SimulatorVariables(Path file) {
    static SimulatorVariables of(Path data) {
        return new SimulatorVariables(data.resolve("simulators.properties"));
    }

    /// Replaces those of the run before.
    void write(Map<String, String> environment) {
        Properties properties = new Properties();
        properties.putAll(environment);
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, "Written at every start; changes here are lost");
        } catch (IOException e) {
            throw new LaunchException("Failed to write " + file + ": " + FileFailure.reason(e), e);
        }
    }
}
