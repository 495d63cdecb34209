package smartcity.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smartcity.chaos.ChaosRun;
import smartcity.chaos.ChaosSettings;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.BuiltProject;

/// `./smartcity chaos`: hurts real sinks and proves that nothing is lost or doubled.
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Runs three sinks between a real Kafka and a real S3, both of which fail.",
            "Sinks are killed every few seconds, paused for longer than their session and resumed, S3 answers 503, loses"
                    + " answers and is away for a minute, the broker restarts and stops for a while. In two minutes or more,"
                    + " sinks are upgraded to other rules and a topic is created again. Then audit and DuckDB say whether"
                    + " every record has landed once."
        },
        footer = {"", "Exit status: 0 every record once, 1 not so, or the run failed; the data folder is then kept."})
final class ChaosCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same faults (default: any).")
    private @Nullable Long seed;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            defaultValue = "4m",
            converter = DurationOption.class,
            description = "How long there is load and trouble, such as 4m (the default) or 1h.")
    private Duration duration = Duration.ofMinutes(4);

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "2000000",
            description = "Records in that time (default: 2000000).")
    private long records;

    @Option(
            names = "--group-protocol",
            paramLabel = "NAME",
            defaultValue = "classic",
            description = "Of the sinks: classic (the default) or consumer.")
    private String groupProtocol = "classic";

    @Option(names = "--data", paramLabel = "DIR", description = "An empty folder for everything (default: a new one).")
    private @Nullable Path data;

    @Option(
            names = "--native",
            paramLabel = "DIR",
            arity = "0..1",
            fallbackValue = "",
            description = "Run the sink's native executable of this folder, or of a native build in the repository,"
                    + " instead of its jar.")
    private @Nullable Path executables;

    @Override
    public Integer call() throws IOException, SQLException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = data == null ? Files.createTempDirectory("smartcity-chaos") : data;
        out.println("Data and logs are in " + folder);
        try (ChaosRun chaos = new ChaosRun(BuiltProject.atHome().withExecutables(executables), settings(folder), out)) {
            List<String> objections = chaos.run();
            objections.forEach(out::println);
            out.println(objections.isEmpty() ? "Every record has landed once" : "NOT every record has landed once");
            return objections.isEmpty() ? 0 : 1;
        } finally {
            out.flush();
        }
    }

    private ChaosSettings settings(Path folder) {
        try {
            if (Files.isDirectory(folder.resolve("kafka"))) {
                throw new LaunchException("The folder " + folder + " must be empty but has a city in it");
            }
            long chosen = seed == null ? new Random().nextInt(1_000_000) : seed;
            return new ChaosSettings(folder, chosen, duration, records, groupProtocol);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
