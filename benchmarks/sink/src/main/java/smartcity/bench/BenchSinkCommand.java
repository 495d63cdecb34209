package smartcity.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import smartcity.bench.backlog.BacklogWriter;
import smartcity.bench.backlog.KafkaBacklog;
import smartcity.bench.cluster.MachineDescription;
import smartcity.bench.cluster.TemporaryCluster;
import smartcity.bench.drain.DrainContender;
import smartcity.bench.drain.DrainMeasurement;
import smartcity.bench.drain.DrainStopwatch;
import smartcity.bench.peer.CacheTraining;
import smartcity.bench.peer.PeerJob;
import smartcity.bench.peer.PollOnlyContender;
import smartcity.bench.peer.ReadBackContender;
import smartcity.bench.peer.SinkContender;
import smartcity.bench.report.DrainReport;
import smartcity.bench.report.DrainResults;
import smartcity.bench.report.DrainTable;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.BuiltProject;
import smartcity.local.infra.NativeExecutables;

/// `./smartcity bench sink`: the same backlog drained by each contender in turn.
// Over 200 lines: an option with its description takes several.
@Command(
        name = "sink",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Compares the sink with other programs that drain the same topic.",
            "Fills a topic with vehicle records and lets each contender drain it, one after the other, each in a fresh"
                    + " process, on the same Kafka and S3: a bare loop (the ceiling), this sink with files of each form and"
                    + " as a native executable, Flink, Kafka Connect with Iceberg, and Spark. Rows in S3 are counted after"
                    + " each drain. Ratios compare drains of the same round."
        })
public final class BenchSinkCommand implements Callable<Integer> {
    private static final long FULL_RECORDS = 3_000_000;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "3000000",
            description = "Records in the topic (default: 3000000).")
    private long records;

    @Option(names = "--partitions", paramLabel = "N", defaultValue = "6", description = "Default: 6.")
    private int partitions;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "3",
            description = "Drains of each contender, interleaved (default: 3).")
    private int rounds;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            split = ",",
            description = "Only these, such as bare,sink (default: all).")
    private @Nullable List<String> only;

    @Option(
            names = "--read-back",
            description =
                    "After the sink's first drain, fail unless Spark reads every record back, equal in every field.")
    private boolean readBack;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Folder for the data of the run (default: the system's temporary folder).")
    private Path work = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for sink.md and sink.json (default: docs/benchmarks if all took part in 3 rounds of"
                    + " 3000000 records, else benchmarks/sink/target).")
    private @Nullable Path out;

    @Option(
            names = "--native",
            paramLabel = "DIR",
            description = "Folder of the sink's native executable (default: that of a native build in the repository,"
                    + " if there is one).")
    private @Nullable Path executables;

    private final DrainResults results = new DrainResults();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, String> descriptions = new LinkedHashMap<>();

    @Override
    public Integer call() {
        KafkaBacklog backlog = new KafkaBacklog(records, partitions, 1);
        List<DrainContender> contenders = ready();
        try (TemporaryCluster cluster = TemporaryCluster.open(work, records)) {
            note(BacklogWriter.fill(backlog, cluster));
            race(contenders, new DrainStopwatch(cluster, backlog, LIMIT));
        }
        DrainReport report = new DrainReport(
                command(),
                LocalDate.now(ZoneOffset.UTC).toString(),
                MachineDescription.here(),
                descriptions,
                notes,
                results);
        say("");
        new DrainTable(results).text().forEach(this::say);
        say("");
        say(report.json());
        Path target = target();
        report.write(target, "sink");
        say("Kept as sink.md and sink.json in " + target);
        return results.all().size() == contenders.size() * rounds ? 0 : 1;
    }

    private List<DrainContender> ready() {
        List<DrainContender> chosen = chosen();
        List<DrainContender> ready = new ArrayList<>();
        for (DrainContender contender : chosen) {
            Optional<String> obstacle = contender.obstacle();
            if (obstacle.isEmpty()) {
                ready.add(contender);
                descriptions.put(contender.name(), contender.description());
            } else {
                note(contender.name() + " is skipped: " + obstacle.get());
            }
        }
        return ready;
    }

    private List<DrainContender> chosen() {
        List<DrainContender> all = new ArrayList<>(
                List.of(new PollOnlyContender(), sink(), training().withCompactFiles(), executable()));
        all.addAll(PeerJob.all());
        List<String> names = all.stream().map(DrainContender::name).toList();
        if (only != null && !names.containsAll(only)) {
            throw new ParameterException(
                    spec.commandLine(), "--only must name some of " + names + " but was " + String.join(",", only));
        }
        return all.stream()
                .filter(contender -> only == null || only.contains(contender.name()))
                .toList();
    }

    /// With `--read-back` Spark checks what the sink wrote in the first round.
    private DrainContender sink() {
        SinkContender sink = training();
        if (!readBack) {
            return sink;
        }
        PeerJob reader = PeerJob.reader();
        Optional<String> obstacle = reader.obstacle();
        if (obstacle.isPresent()) {
            note("read-back is skipped: " + obstacle.get());
            return sink;
        }
        return new ReadBackContender(sink, reader);
    }

    private SinkContender executable() {
        Path home = BuiltProject.atHome().home();
        return training().asExecutable(new NativeExecutables(executables == null ? home : executables));
    }

    private SinkContender training() {
        return new SinkContender(Optional.of(new CacheTraining(work, CacheTraining.RECORDS, this::say)));
    }

    private void race(List<DrainContender> contenders, DrainStopwatch stopwatch) {
        for (int round = 1; round <= rounds; round++) {
            for (DrainContender contender : contenders) {
                try {
                    DrainMeasurement measurement = stopwatch.measure(contender, round);
                    results.add(measurement);
                    say(DrainTable.line(measurement));
                } catch (LaunchException e) {
                    note(contender.name() + " failed in round " + round + ": " + e.getMessage());
                }
            }
        }
    }

    private Path target() {
        Path home = Path.of(System.getProperty("smartcity.home", "."));
        boolean full = only == null && records == FULL_RECORDS && rounds >= 3;
        return out != null ? out : home.resolve(full ? "docs/benchmarks" : "benchmarks/sink/target");
    }

    private String command() {
        return "./smartcity "
                + String.join(" ", spec.commandLine().getParseResult().originalArgs());
    }

    private void note(String note) {
        notes.add(note);
        say(note);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
