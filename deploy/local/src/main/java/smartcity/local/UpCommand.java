package smartcity.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.DataFolder;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.Installation;
import smartcity.local.run.City;
import smartcity.local.run.CitySettings;
import smartcity.local.run.Memory;
import smartcity.local.run.Run;
import smartcity.local.run.Service;
import smartcity.local.run.Simulation;
import smartcity.local.run.Terminal;

/// `./smartcity up`: the options of a run.
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts Kafka, S3 and the four services, and shows what flows.",
            "Ctrl-C stops in order: everything produced is in the lake before it ends."
        })
final class UpCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--vehicles", paramLabel = "N", description = "Vehicles on the road (first run: 200).")
    private @Nullable Integer vehicles;

    @Option(
            names = {"--speed-factor", "--factor"},
            paramLabel = "X",
            description = "Simulated seconds per real second, 0.1 to 3600 (first run: 1, live).")
    private @Nullable Double factor;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same city (first run: 42).")
    private @Nullable Long seed;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            converter = DurationOption.class,
            description = "Stop in order after this time, such as 90s, 5m or 1h (default: on Ctrl-C).")
    private @Nullable Duration duration;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of all data (default: .city in the repository).")
    private @Nullable Path data;

    @Option(names = "--kafka-port", paramLabel = "PORT", defaultValue = "9092", description = "Default: 9092.")
    private int kafkaPort;

    @Option(names = "--s3-port", paramLabel = "PORT", defaultValue = "9000", description = "Default: 9000.")
    private int s3Port;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "First of the four ports of the services (default: 8081).")
    private int httpPort;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "6",
            description = "Partitions of topics that do not exist yet (default: 6).")
    private int partitions;

    @Option(names = "--infra-only", description = "Start Kafka and S3 alone, for services started by hand.")
    private boolean infraOnly;

    @Override
    public Integer call() {
        Installation installation = Installation.atHome();
        Path folder = data == null ? installation.data() : data.toAbsolutePath().normalize();
        StopRequest stop = new StopRequest();
        StopSignals.onEach(stop::ask);
        Terminal terminal = new Terminal(System.out, Boolean.getBoolean("smartcity.terminal"));
        InfraSettings infra = InfraSettings.of(folder, kafkaPort, s3Port);
        try (DataFolder owned = DataFolder.take(folder)) {
            CitySettings settings = settings(infra, Memory.of(folder));
            try (City city = new City(installation, settings, stop)) {
                return new Run(city, owned, terminal, stop, System.err).run(duration);
            }
        }
    }

    private CitySettings settings(InfraSettings infra, Memory memory) {
        try {
            Simulation simulation = memory.recall(vehicles, seed, factor);
            List<Service> services = infraOnly ? List.of() : List.of(Service.values());
            CitySettings settings = new CitySettings(infra, httpPort, partitions, simulation, services);
            memory.keep(simulation);
            return settings;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
