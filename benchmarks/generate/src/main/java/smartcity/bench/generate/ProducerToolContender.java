package smartcity.bench.generate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smartcity.bench.cluster.TemporaryCluster;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.child.JavaCommand;
import smartcity.local.child.LaunchException;
import smartcity.local.infra.KafkaTopics;

/// Kafka's own measure of what a producer can do: it sends ready bytes, without keys, as fast as the broker takes them.
///
/// @param payload file of records, one a line, of which it sends some at random
/// @param records how many it sends
/// @param settings of the producer, the same as the simulator's
/// @param flags of the JVM
record ProducerToolContender(Path payload, long records, Map<String, String> settings, List<String> flags)
        implements GenerateContender {
    static final String NAME = "ProducerPerformance";

    private static final String MAIN = "org.apache.kafka.tools.ProducerPerformance";
    private static final int PARTITIONS = 6;
    private static final int LAST_LINES = 5;

    /// The last line has percentiles of the latency, which those before do not have.
    private static final Pattern SENT =
            Pattern.compile("^(\\d+) records sent, (\\d+)[.,](\\d+) records/sec .* 99\\.9th", Pattern.MULTILINE);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String description() {
        return "Kafka's producer tool with the same records as payload, without keys, to one topic of " + PARTITIONS
                + " partitions, with the simulator's settings of the producer: " + properties() + "; "
                + String.join(" ", flags);
    }

    @Override
    public ChildProgram program(TemporaryCluster cluster, int round) {
        String topic = "tool-" + round;
        try (KafkaTopics topics = cluster.topics(List.of(topic), "none")) {
            topics.createMissing(PARTITIONS);
        }
        List<String> main = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), MAIN));
        main.addAll(List.of("--topic", topic, "--num-records", Long.toString(records), "--throughput", "-1"));
        main.addAll(List.of("--payload-file", payload.toString(), "--producer-props"));
        main.add("bootstrap.servers=" + cluster.infra().bootstrapServers());
        main.addAll(properties());
        return JavaCommand.program(NAME + "-" + round, flags, main, Map.of());
    }

    @Override
    public ReportedDelivery delivery(ChildProcess child) {
        return parse(child.lastLines(LAST_LINES));
    }

    /// Finds the line with the sum of all.
    static ReportedDelivery parse(List<String> lines) {
        Matcher match = SENT.matcher(String.join("\n", lines));
        if (!match.find()) {
            throw new LaunchException(NAME + " did not print what it sent; it printed:\n" + String.join("\n", lines));
        }
        long sent = Long.parseLong(match.group(1));
        return new ReportedDelivery(sent, sent / Double.parseDouble(match.group(2) + "." + match.group(3)));
    }

    private List<String> properties() {
        return settings.entrySet().stream()
                .map(setting -> String.format(Locale.ROOT, "%s=%s", setting.getKey(), setting.getValue()))
                .sorted()
                .toList();
    }
}
