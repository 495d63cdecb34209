package smartcity.sink.dryrun;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import smartcity.sink.kafka.KafkaAccess;
import smartcity.sink.loop.TopicDecoder;
import smartcity.sink.loop.TopicDecoders;
import smartcity.sink.loop.TopicDecoders.Found;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.setup.ConsumerSetup;
import smartcity.sink.setup.GroupConfig;
import smartcity.sink.setup.SinkConfig;
import smartcity.sink.setup.TopicSetup;
import smartcity.sink.store.S3ObjectStore;
import smartcity.sink.topic.LandedTopic;

/// Checks the group and the topics: Kafka can be reached, topics that match the pattern have a schema, and each topic
/// passes the [PartitionsCheck].
@Singleton
class TopicsCheck {
    /// How long Kafka may take to answer [chosen, not measured].
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    /// Names of Kafka's own topics begin with this.
    private static final String INTERNAL = "__";

    /// Names of columns that are shown for one topic at most [chosen].
    private static final int MOST_NAMES = 10;

    private final TopicSetup setup;
    private final ConsumerSetup consumers;
    private final S3ObjectStore store;
    private final SinkConfig config;
    private final GroupConfig group;

    TopicsCheck(TopicSetup setup, ConsumerSetup consumers, S3ObjectStore store, SinkConfig config, GroupConfig group) {
        this.setup = setup;
        this.consumers = consumers;
        this.store = store;
        this.config = config;
        this.group = group;
    }

    void check(DryRunReport report) {
        List<KafkaAccess> members = consumers.all();
        try {
            report.line("group " + group.group() + " by the "
                    + consumers.protocol().name().toLowerCase(Locale.ROOT) + " protocol, " + members.size()
                    + " members in this process");
            report.line(objectRate(config.rollover()));
            KafkaAccess kafka = members.getFirst();
            Map<String, List<PartitionInfo>> existing = existing(kafka.consumer(), report);
            Map<String, LandedTopic> topics = landed(existing.keySet(), report);
            PartitionsCheck partitions = new PartitionsCheck(kafka, store, topics);
            topics.forEach((name, topic) -> {
                report.line(plan(topic));
                partitions.check(name, existing.getOrDefault(name, List.of()), report);
            });
        } finally {
            members.forEach(member -> member.consumer().close());
        }
    }

    private static String objectRate(SinkConfig.Rollover rollover) {
        double perHour =
                (double) Duration.ofHours(1).toMillis() / rollover.maxAge().toMillis();
        return String.format(
                Locale.ROOT,
                "a small flow makes %.1f objects per hour, partition and window in use (a cut after %s); a large flow"
                        + " makes one object per %d MiB or %d records",
                perHour,
                rollover.maxAge(),
                rollover.maxBytes().asLongValue() >> 20,
                rollover.maxRecords());
    }

    private static Map<String, List<PartitionInfo>> existing(
            Consumer<ByteBuffer, ByteBuffer> consumer, DryRunReport report) {
        try {
            return consumer.listTopics(TIMEOUT);
        } catch (KafkaException e) {
            report.problem("Failed to reach Kafka: " + e.getMessage());
            return Map.of();
        }
    }

    /// The topics that settings name, whether they exist or not, and those that exist and match the pattern.
    private Map<String, LandedTopic> landed(Set<String> existing, DryRunReport report) {
        TopicDecoders decoders = setup.decoders();
        Map<String, LandedTopic> topics = new TreeMap<>();
        decoders.refused().forEach((name, reason) -> report.problem("topic " + name + " cannot be landed: " + reason));
        decoders.named().forEach((name, decoder) -> topics.put(name, decoder.topic()));
        Function<String, Found> others = decoders.others();
        if (others != null) {
            existing.stream()
                    .filter(name ->
                            !topics.containsKey(name) && !decoders.refused().containsKey(name))
                    .filter(name -> !name.startsWith(INTERNAL))
                    .toList()
                    .forEach(name -> add(name, others.apply(name), topics, report));
        }
        return topics;
    }

    private static void add(String name, Found found, Map<String, LandedTopic> topics, DryRunReport report) {
        switch (found) {
            case Found.Ignored _ -> {}
            case Found.Accepted(TopicDecoder decoder) -> topics.put(name, decoder.topic());
            case Found.Refused(String reason) -> report.problem(reason);
        }
    }

    /// The columns from whose schema no type follows.
    private static String untyped(LandedTopic topic) {
        List<String> names = topic.schema().namesOf(ColumnType.ANY_JSON);
        List<String> shown = names.subList(0, Math.min(names.size(), MOST_NAMES));
        return names.isEmpty()
                ? ""
                : " (" + names.size() + " as JSON: " + String.join(", ", shown)
                        + (names.size() > MOST_NAMES ? ", ...)" : ")");
    }

    private static String plan(LandedTopic topic) {
        return topic.name() + ": schema " + topic.schema().id() + ", "
                + topic.schema().columns().size() + " columns" + untyped(topic) + ", to "
                + topic.layout().prefix()
                + topic.layout().template().text() + " by windows of "
                + topic.layout().window()
                + (topic.layout().era() == 0 ? "" : ", in era " + topic.layout().era());
    }
}
