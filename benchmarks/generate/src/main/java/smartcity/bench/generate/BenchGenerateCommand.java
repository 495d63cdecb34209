package smartcity.bench.generate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import smartcity.bench.cluster.MachineDescription;
import smartcity.bench.cluster.TemporaryCluster;
import smartcity.local.infra.BuiltProject;

/// `./smartcity bench generate`: how fast the vehicle simulator generates.
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures the vehicle simulator beside Kafka's own producer tool.",
            "Measured are world updates and encodings of one thread, then a backfill of the packaged service to a Kafka of its"
                    + " own, in turn with Kafka's producer tool with the same records and settings."
        })
public final class BenchGenerateCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(20);

    /// For compiler and traffic to settle, and of a round of one thread; chosen.
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int ROUNDS_OF_ONE_THREAD = 3;
    private static final int FULL_VEHICLES = 12_000;

    /// A compressed record in Kafka takes less than this share of what a cluster reserves for one.
    private static final int COMPRESSED = 8;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(names = "--vehicles", paramLabel = "N", defaultValue = "12000", description = "Default: 12000.")
    private int vehicles;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            defaultValue = "PT20M",
            description = "Simulated time of a backfill (default: PT20M).")
    private Duration period = Duration.ZERO;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "3", description = "Of each, in turn (default: 3).")
    private int rounds;

    @Option(names = "--heap", paramLabel = "SIZE", defaultValue = "512m", description = "Of each (default: 512m).")
    private String heap = "";

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Folder for the data of the run (default: the system's temporary folder).")
    private Path work = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for generate.md and generate.json (default: docs/benchmarks for 3 rounds or more of"
                    + " 12000 vehicles, else benchmarks/generate/target).")
    private @Nullable Path out;

    @Option(
            names = "--native",
            paramLabel = "DIR",
            arity = "0..1",
            fallbackValue = "",
            description =
                    "Run the simulator's native executable of this folder, or of a native build in the repository,"
                            + " instead of its jar.")
    private @Nullable Path executables;

    @Override
    public Integer call() {
        FleetWorkload workload = new FleetWorkload(vehicles, period);
        Path home = Path.of(System.getProperty("smartcity.home", "."));
        Path payload = payload();
        SingleThreadRates thread = new SingleThreadRates(workload, WARM_UP, ROUND);
        thread.write(payload);
        List<ThreadRate> updates = new ArrayList<>();
        List<ThreadRate> encodings = new ArrayList<>();
        for (int round = 0; round < ROUNDS_OF_ONE_THREAD; round++) {
            updates.add(printed("world updates/s", thread.updates()));
            encodings.add(printed("events to JSON/s", thread.encodings()));
        }
        Map<String, String> settings = ProducerSettings.read(home);
        List<String> flags = List.of("-Xmx" + heap, "-XX:NewRatio=1", "-XX:+UseTransparentHugePages");
        List<GenerateContender> contenders = List.of(
                new SimulatorContender(
                        workload,
                        flags,
                        BuiltProject.atHome().withExecutables(executables).service(SimulatorContender.NAME)),
                new ProducerToolContender(payload, workload.records(), settings, flags));
        List<DeliveryMeasurement> deliveries = deliveries(workload, contenders);
        keep(home, contenders, new GenerateResults(period, thread.meanBytes(), updates, encodings, deliveries));
        return 0;
    }

    /// Each round on a broker of its own: a simulator would continue where the one of the round before ended.
    private List<DeliveryMeasurement> deliveries(FleetWorkload workload, List<GenerateContender> contenders) {
        List<DeliveryMeasurement> deliveries = new ArrayList<>();
        long records = workload.records() * contenders.size();
        for (int round = 1; round <= rounds; round++) {
            try (TemporaryCluster cluster = TemporaryCluster.open(work, records / COMPRESSED)) {
                ContenderRun course = new ContenderRun(cluster, LIMIT);
                for (GenerateContender contender : contenders) {
                    deliveries.add(printed(course.run(contender, round)));
                }
            }
        }
        return deliveries;
    }

    private void keep(Path home, List<GenerateContender> contenders, GenerateResults results) {
        Map<String, String> descriptions = new LinkedHashMap<>();
        contenders.forEach(contender -> descriptions.put(contender.name(), contender.description()));
        String command = "./smartcity "
                + String.join(" ", spec.commandLine().getParseResult().originalArgs());
        GenerateReport page = new GenerateReport(
                command, LocalDate.now(ZoneOffset.UTC).toString(), MachineDescription.here(), descriptions, results);
        boolean full = vehicles == FULL_VEHICLES && rounds >= 3;
        Path folder = out != null ? out : home.resolve(full ? "docs/benchmarks" : "benchmarks/generate/target");
        page.write(folder);
        say("");
        page.tables().forEach(this::say);
        say("");
        say(page.json());
        say("Kept as generate.md and generate.json in " + folder);
    }

    private Path payload() {
        try {
            Files.createDirectories(work);
            Path file = Files.createTempFile(work, "smartcity-records-", ".json");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to use the folder " + work, e);
        }
    }

    private ThreadRate printed(String what, ThreadRate pace) {
        say(String.format(Locale.ROOT, "one thread  %-20s %,10.0f", what, pace.perSecond()));
        return pace;
    }

    private DeliveryMeasurement printed(DeliveryMeasurement delivery) {
        say(String.format(
                Locale.ROOT,
                "round %d  %-20s %,9.0f records/s  %,9.0f records/CPU-s  %5.1f s  %4.0f MiB",
                delivery.round(),
                delivery.contender(),
                delivery.perSecond(),
                delivery.perCpuSecond(),
                delivery.lifeSeconds(),
                delivery.peakMebibytes()));
        return delivery;
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
