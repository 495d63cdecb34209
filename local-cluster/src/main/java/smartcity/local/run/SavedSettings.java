package smartcity.local.run;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.SimulatedPeriod;

/// The settings that a data folder keeps from run to run, so that the same city continues.
///
/// @param file `city.properties` in the data folder
public record SavedSettings(Path file) {
    /// A fleet that shows records at once and needs little of a laptop; chosen, not measured.
    private static final int VEHICLES = 200;

    private static final String SEED = "42";
    private static final String FACTOR = "1";

    public static SavedSettings of(Path data) {
        return new SavedSettings(data.resolve("city.properties"));
    }

    /// The simulation of the next run: from the options, else as saved, else the default. A rate without a number of
    /// vehicles, or the other way round, replaces both.
    ///
    /// @throws IllegalArgumentException if a given value is out of its range, or two contradict each other
    public SimulationSettings merge(UpOptions options) {
        Properties before = read();
        long seed = options.seed().orElseGet(() -> Long.parseLong(before.getProperty("seed", SEED)));
        double factor = options.factor().orElseGet(() -> Double.parseDouble(before.getProperty("factor", FACTOR)));
        FleetSize fleet = options.fleet()
                .orElseGet(() -> new FleetSize(
                        integer(before, "rate").isEmpty() || before.containsKey("vehicles")
                                ? OptionalInt.of(integer(before, "vehicles").orElse(VEHICLES))
                                : OptionalInt.empty(),
                        integer(before, "rate")));
        if (options.period().isEmpty()) {
            return new SimulationSettings(fleet, seed, factor, Optional.empty(), options.begin());
        }
        FleetSize unpaced = FleetSize.of(fleet.size(factor));
        requireSameFleet(before, options.period().get(), unpaced.size(factor));
        return new SimulationSettings(unpaced, seed, factor, options.period());
    }

    /// A fleet cannot continue a period that another fleet has begun.
    private static void requireSameFleet(Properties before, SimulatedPeriod period, int vehicles) {
        if (period.toString().equals(before.getProperty("period"))
                && integer(before, "vehicles").orElse(vehicles) != vehicles) {
            throw new IllegalArgumentException("--vehicles must be " + before.getProperty("vehicles")
                    + ", the fleet that has begun this period, but was " + vehicles
                    + ": choose another folder with --data for another fleet");
        }
    }

    private static OptionalInt integer(Properties before, String name) {
        String value = before.getProperty(name);
        return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
    }

    /// Saves the simulation for the next run.
    public void save(SimulationSettings simulation) {
        Properties properties = new Properties();
        FleetSize fleet = simulation.fleet();
        fleet.vehicles().ifPresent(vehicles -> properties.setProperty("vehicles", Integer.toString(vehicles)));
        fleet.rate().ifPresent(rate -> properties.setProperty("rate", Integer.toString(rate)));
        properties.setProperty("seed", Long.toString(simulation.seed()));
        properties.setProperty("factor", Double.toString(simulation.factor()));
        simulation.period().ifPresent(period -> properties.setProperty("period", period.toString()));
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties.store(writer, "The city in this folder; options of ./smartcity up override it");
        } catch (IOException e) {
            throw new LaunchException("Failed to write " + file + ": " + FileFailure.reason(e), e);
        }
    }

    private Properties read() {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new LaunchException("Failed to read " + file + ": " + FileFailure.reason(e), e);
            }
        }
        return properties;
    }
}
