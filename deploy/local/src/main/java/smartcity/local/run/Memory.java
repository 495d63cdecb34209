package smartcity.local.run;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import smartcity.local.child.LaunchException;

/// What a data folder remembers of the runs before, so that the same city goes on.
///
/// @param file `city.properties` in the data folder
public record Memory(Path file) {
    /// A fleet that fills the table at once and leaves a laptop alone; chosen, not measured.
    private static final String VEHICLES = "200";

    private static final String SEED = "42";
    private static final String FACTOR = "1";

    public static Memory of(Path data) {
        return new Memory(data.resolve("city.properties"));
    }

    /// The simulation as given, or else as in the runs before, or else the default.
    ///
    /// @throws IllegalArgumentException if a given value is out of its range
    public Simulation recall(@Nullable Integer vehicles, @Nullable Long seed, @Nullable Double factor) {
        Properties before = read();
        return new Simulation(
                vehicles != null ? vehicles : Integer.parseInt(before.getProperty("vehicles", VEHICLES)),
                seed != null ? seed : Long.parseLong(before.getProperty("seed", SEED)),
                factor != null ? factor : Double.parseDouble(before.getProperty("factor", FACTOR)));
    }

    /// Remembers the simulation for the next run.
    public void keep(Simulation simulation) {
        Properties properties = new Properties();
        properties.setProperty("vehicles", Integer.toString(simulation.vehicles()));
        properties.setProperty("seed", Long.toString(simulation.seed()));
        properties.setProperty("factor", Double.toString(simulation.factor()));
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, "The city in this folder; options of ./smartcity up override it");
        } catch (IOException e) {
            throw new LaunchException("Failed to write " + file + ": " + e, e);
        }
    }

    private Properties read() {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new LaunchException("Failed to read " + file + ": " + e, e);
            }
        }
        return properties;
    }
}
