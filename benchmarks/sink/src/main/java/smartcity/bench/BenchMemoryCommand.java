package smartcity.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import smartcity.bench.backlog.BacklogWriter;
import smartcity.bench.backlog.KafkaBacklog;
import smartcity.bench.cluster.MachineDescription;
import smartcity.bench.cluster.TemporaryCluster;
import smartcity.bench.drain.DrainStopwatch;
import smartcity.bench.peer.LiveHeapContender;
import smartcity.bench.peer.SinkContender;
import smartcity.bench.report.DrainReport;
import smartcity.bench.report.DrainResults;
import smartcity.bench.report.DrainTable;

/// `./smartcity bench memory`: the backlog that costs a sink most memory.
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Lets the sink drain a large backlog with a heap of 256 MiB.",
            "The backlog is of 5 million records in 12 partitions, whose event times are scattered over 24 windows. Rows in"
                    + " S3 are counted. It fails if the sink runs out of memory."
        })
public final class BenchMemoryCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static final long FULL_RECORDS = 5_000_000;
    private static final int PARTITIONS = 12;
    private static final int HOURS = 24;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--records",
            paramLabel = "N",
            defaultValue = "5000000",
            description = "Records in the topic (default: 5000000).")
    private long records;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Folder for the data of the run (default: the system's temporary folder).")
    private Path work = Path.of(System.getProperty("java.io.tmpdir"));

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for memory.md and memory.json (default: docs/benchmarks for 5000000 records, else"
                    + " benchmarks/sink/target).")
    private @Nullable Path out;

    private final DrainResults results = new DrainResults();

    @Override
    public Integer call() {
        LiveHeapContender sink = new LiveHeapContender(new SinkContender(Optional.empty()));
        KafkaBacklog backlog = new KafkaBacklog(records, PARTITIONS, HOURS);
        String filled;
        try (TemporaryCluster cluster = TemporaryCluster.open(work, records)) {
            filled = BacklogWriter.fill(backlog, cluster);
            say(filled);
            results.add(new DrainStopwatch(cluster, backlog, LIMIT).measure(sink, 1));
        }
        String heap = String.format(
                Locale.ROOT,
                "Live heap after the drain, after a full collection: %.1f of 256 MiB",
                sink.bytes() / (double) (1 << 20));
        say("");
        new DrainTable(results).text().forEach(this::say);
        say(heap);
        keep(List.of(filled, heap), Map.of(sink.name(), sink.description()));
        return 0;
    }

    private void keep(List<String> notes, Map<String, String> descriptions) {
        Path home = Path.of(System.getProperty("smartcity.home", "."));
        Path target = out != null
                ? out
                : home.resolve(records == FULL_RECORDS ? "docs/benchmarks" : "benchmarks/sink/target");
        String command = "./smartcity "
                + String.join(" ", spec.commandLine().getParseResult().originalArgs());
        String date = LocalDate.now(ZoneOffset.UTC).toString();
        new DrainReport(command, date, MachineDescription.here(), descriptions, notes, results).write(target, "memory");
        say("Kept as memory.md and memory.json in " + target);
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
