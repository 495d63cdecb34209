package smartcity.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smartcity.local.child.StopRequest;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.DataFolder;
import smartcity.local.infra.InfraSettings;
import smartcity.local.infra.LoopbackPort;
import smartcity.local.run.CityProcesses;
import smartcity.local.run.CitySession;
import smartcity.local.run.CitySettings;
import smartcity.local.run.PageOpening;
import smartcity.local.run.ReplicaCounts;
import smartcity.local.run.SavedSettings;
import smartcity.local.run.ServiceReplica;
import smartcity.local.run.SimulationSettings;
import smartcity.local.run.SimulationStart;
import smartcity.local.run.TerminalOutput;
import smartcity.local.run.UpOptions;

/// `./smartcity up`: the options of a run.
// Over 200 lines: an option with its description takes several.
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Starts Kafka, S3 and the five services, and shows what flows: from now on, or a whole period.",
            "Ctrl-C stops in order: everything produced is in the lake before it ends."
        })
final class UpCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--vehicles", paramLabel = "N", description = "Vehicles on the road (first run: 200).")
    private @Nullable Integer vehicles;

    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Records of vehicle_data and gps_data a second. The number of vehicles follows from it; with"
                    + " --vehicles, how often they report.")
    private @Nullable Integer rate;

    @Option(
            names = {"--speed-factor", "--factor"},
            paramLabel = "X",
            description = "Simulated seconds per real second, 0.1 to 3600 (first run: 1, live).")
    private @Nullable Double factor;

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same city (first run: 42).")
    private @Nullable Long seed;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = InstantOption.class,
            description = {
                "Emit a period as fast as Kafka takes it, from this date (00:00 UTC) or instant, and end.",
                "The same command continues where it was stopped."
            })
    private @Nullable Instant from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = InstantOption.class,
            description = "First date or instant after that period.")
    private @Nullable Instant until;

    @Option(
            names = "--start",
            paramLabel = "TIME",
            converter = StartOption.class,
            description =
                    "Begin the simulated clock at this time of day (UTC), such as 08:00, or at this date or instant"
                            + " (default: now, or after the newest record of the data folder).")
    private @Nullable SimulationStart start;

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
            description =
                    "First of the four ports of the services (default: 8081); replicas take free ones after them.")
    private int httpPort;

    @Option(
            names = "--replicas",
            paramLabel = "[SERVICE=]N",
            split = ",",
            description = {
                "Processes of each simulator, or of one, such as vehicle-simulator=3 (default: 1).",
                "They share its devices, and take over from one that fails."
            })
    private List<String> replicas = List.of();

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "6",
            description = "Partitions of topics that do not exist yet (default: 6).")
    private int partitions;

    @Option(names = "--infra-only", description = "Start Kafka and S3 only, for services that you start.")
    private boolean infraOnly;

    @Option(
            names = "--native",
            paramLabel = "DIR",
            arity = "0..1",
            fallbackValue = "",
            description = "Run the native executables of the services in this folder, or of a native build in the"
                    + " repository, instead of their jars.")
    private @Nullable Path executables;

    @Option(names = "--no-view", description = "Leave out the live page, on the port before the first of the services.")
    private boolean noView;

    @Option(names = "--open", description = "Open the live page on the desktop of this machine.")
    private boolean open;

    @Option(
            names = "--observe",
            arity = "0..1",
            paramLabel = "PORT",
            fallbackValue = "9090",
            description = "Start the Prometheus of this machine too, with the alert rules (default port: 9090).")
    private @Nullable Integer prometheusPort;

    @Override
    public Integer call() {
        BuiltProject project = BuiltProject.atHome().withExecutables(executables);
        Path folder = data == null ? project.data() : data.toAbsolutePath().normalize();
        StopRequest stop = new StopRequest();
        StopSignals.onEach(stop::request);
        TerminalOutput terminal = new TerminalOutput(System.out, Boolean.getBoolean("smartcity.terminal"));
        InfraSettings infra = InfraSettings.of(folder, kafkaPort, s3Port);
        try (DataFolder owned = DataFolder.lock(folder)) {
            CitySettings settings = settings(infra, SavedSettings.of(folder));
            try (CityProcesses city = new CityProcesses(project, settings, stop)) {
                return new CitySession(city, owned, terminal, stop, System.err)
                        .run(duration, PageOpening.ofThisMachine(open));
            }
        }
    }

    private CitySettings settings(InfraSettings infra, SavedSettings saved) {
        try {
            UpOptions options = new UpOptions(
                    UpOptions.fleet(vehicles, rate),
                    Optional.ofNullable(seed),
                    Optional.ofNullable(factor),
                    UpOptions.period(from, until),
                    Optional.ofNullable(start));
            SimulationSettings simulation = saved.merge(options);
            return new CitySettings(infra, partitions, simulation, processes(options))
                    .withPrometheus(Optional.ofNullable(prometheusPort));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private List<ServiceReplica> processes(UpOptions options) {
        ReplicaCounts counts = ReplicaCounts.parse(replicas);
        if (open && (noView || infraOnly || options.period().isPresent())) {
            throw new IllegalArgumentException(
                    "--open cannot be given with --no-view, --infra-only, --from and --to, which start no page");
        }
        if (!infraOnly) {
            List<ServiceReplica> all = new ArrayList<>(counts.withPorts(httpPort, port -> isFree(port)));
            if (!noView && options.period().isEmpty()) {
                all.addFirst(ReplicaCounts.view(httpPort)); // its address is what people look for
            }
            return all;
        }
        if (options.period().isPresent() || options.begin().isPresent() || !replicas.isEmpty()) {
            throw new IllegalArgumentException(
                    "--infra-only starts no services: it cannot be given with --from, --to, --start and --replicas");
        }
        return List.of();
    }

    private boolean isFree(int port) {
        return port != kafkaPort && port != s3Port && new LoopbackPort(port, "a replica", "--http-port").isFree();
    }
}
