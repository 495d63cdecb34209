package smartcity.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import smartcity.bench.cluster.MachineDescription;
import smartcity.bench.cluster.TemporaryCluster;
import smartcity.bench.rebalance.RebalanceRun;

/// `./smartcity bench rebalance`: a large consumer group on one broker.
@Command(
        name = "rebalance",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Measures how long a consumer group takes to share the partitions of a topic.",
            "It is measured when all members join, when one more joins and when one leaves, by both protocols of Kafka, on"
                    + " one broker and without records."
        })
public final class BenchRebalanceCommand implements Callable<Integer> {
    private static final String TOPIC = "rebalanced";

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call()
    private CommandSpec spec;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Partitions of the topic (default: 1000).")
    private int partitions;

    @Option(names = "--members", paramLabel = "N", defaultValue = "100", description = "Members (default: 100).")
    private int members;

    @Option(
            names = "--work",
            paramLabel = "DIR",
            description = "Folder for the data of the run (default: the system's temporary folder).")
    private Path work = Path.of(System.getProperty("java.io.tmpdir"));

    @Override
    public Integer call() throws ExecutionException, InterruptedException {
        say(MachineDescription.here().toString());
        say("protocol  change                    seconds  partitions assigned");
        try (TemporaryCluster cluster = TemporaryCluster.open(work, 0)) {
            String servers = cluster.infra().bootstrapServers();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
                admin.createTopics(List.of(new NewTopic(TOPIC, partitions, (short) 1)))
                        .all()
                        .get();
            }
            for (String protocol : List.of("classic", "consumer")) {
                new RebalanceRun(servers, TOPIC, partitions, protocol).measure(members, this::say);
            }
        }
        return 0;
    }

    private void say(RebalanceRun.Step step) {
        say(String.format(
                Locale.ROOT,
                "%-8s  %-24s  %7.1f  %19d",
                step.protocol(),
                step.what(),
                step.took().toMillis() / 1e3,
                step.moved()));
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }
}
