package smartcity.sink.dryrun;

import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import smartcity.sink.loop.ResumeForecast;
import smartcity.sink.loop.ResumeForecast.Forecast;
import smartcity.sink.loop.TopicDecoder;
import smartcity.sink.loop.TopicDecoders;
import smartcity.sink.loop.TopicDecoders.Found;
import smartcity.sink.setup.ConsumerSetup;
import smartcity.sink.setup.GroupConfig;
import smartcity.sink.setup.SinkConfig;
import smartcity.sink.setup.TopicSetup;
import smartcity.sink.store.S3ObjectStore;
import smartcity.sink.topic.LandedTopic;

/// The part of a dry run that looks at topics and group: schemas, folders, permissions, where each partition
/// would go on.
@Singleton
class TopicsCheck {
    /// How long Kafka may take to answer [chosen, not measured].
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// What Kafka keeps for itself begins so.
    private static final String INTERNAL = "__";

    private static final Duration ONE_FETCH = Duration.ofSeconds(2);

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

    void look(DryRunReport report) {
        TopicDecoders intakes = setup.intakes();
        Map<String, LandedTopic> topics = new TreeMap<>();
        intakes.named().forEach((name, intake) -> topics.put(name, intake.topic()));
        List<Consumer<ByteBuffer, ByteBuffer>> members = consumers.all();
        try {
            report.line("group " + group.group() + " by the "
                    + consumers.protocol().name().toLowerCase(Locale.ROOT) + " protocol, " + members.size()
                    + " members in this process");
            report.line(pace(config.rollover()));
            Consumer<ByteBuffer, ByteBuffer> consumer = members.getFirst();
            Map<String, List<PartitionInfo>> there = there(consumer, report);
            there.keySet().forEach(name -> match(name, intakes, topics, report));
            look(topics, there, consumer, report);
        } finally {
            members.forEach(Consumer::close);
        }
    }

    private static Map<String, List<PartitionInfo>> there(
            Consumer<ByteBuffer, ByteBuffer> consumer, DryRunReport report) {
        try {
            return consumer.listTopics(PATIENCE);
        } catch (KafkaException e) {
            report.problem("Failed to reach Kafka: " + e.getMessage());
            return Map.of();
        }
    }

    /// Adds a topic that exists if the pattern asks for it.
    private static void match(
            String name, TopicDecoders intakes, Map<String, LandedTopic> topics, DryRunReport report) {
        Function<String, Found> others = intakes.others();
        if (others == null || topics.containsKey(name) || name.startsWith(INTERNAL)) {
            return;
        }
        switch (others.apply(name)) {
            case Found.Ignored _ -> {}
            case Found.Accepted(TopicDecoder intake) -> topics.put(name, intake.topic());
            case Found.Refused(String reason) -> report.problem(reason);
        }
    }

    private void look(
            Map<String, LandedTopic> topics,
            Map<String, List<PartitionInfo>> there,
            Consumer<ByteBuffer, ByteBuffer> consumer,
            DryRunReport report) {
        ResumeForecast forecast = new ResumeForecast(consumer, store, partition -> topic(topics, partition));
        topics.forEach((name, topic) -> {
            report.line(plan(topic));
            List<PartitionInfo> partitions = there.getOrDefault(name, List.of());
            if (partitions.isEmpty()) {
                report.line(
                        "    is not to be seen: it does not exist, or must not be described; the sink waits for it");
            } else {
                partitions(name, partitions, forecast, report);
                read(name, partitions, consumer, report);
            }
        });
    }

    private static String pace(SinkConfig.Rollover rollover) {
        double perHour =
                (double) Duration.ofHours(1).toMillis() / rollover.maxAge().toMillis();
        return String.format(
                Locale.ROOT,
                "a small flow makes %.1f objects an hour for each partition and window in use (cut after %s); a large one"
                        + " an object for each %d MiB or %d records",
                perHour,
                rollover.maxAge(),
                rollover.maxBytes().asLongValue() >> 20,
                rollover.maxRecords());
    }

    private static LandedTopic topic(Map<String, LandedTopic> topics, TopicPartition partition) {
        LandedTopic topic = topics.get(partition.topic());
        if (topic == null) {
            throw new IllegalStateException("Failed to find " + partition + " among the topics");
        }
        return topic;
    }

    private static String plan(LandedTopic topic) {
        return topic.name() + ": schema " + topic.schema().id() + ", "
                + topic.schema().columns().size() + " columns, to "
                + topic.layout().prefix()
                + topic.layout().template().text() + " by windows of "
                + topic.layout().window();
    }

    private static void partitions(
            String topic, List<PartitionInfo> all, ResumeForecast forecast, DryRunReport report) {
        TreeSet<Integer> numbers = new TreeSet<>();
        all.forEach(one -> numbers.add(one.partition()));
        for (int number : numbers) {
            switch (forecast.of(new TopicPartition(topic, number))) {
                case Forecast.GoesOn at -> report.line("    partition " + number + " " + text(at));
                case Forecast.Stuck(String reason) ->
                    report.problem("Failed to find where " + topic + "-" + number + " goes on: " + reason);
            }
        }
    }

    private static String text(Forecast.GoesOn at) {
        StringBuilder text = new StringBuilder("goes on at ").append(at.offset());
        text.append(
                switch (at.origin()) {
                    case "group" -> ", which the group has committed";
                    case "bucket" -> ", as the group has no offset: that is where the bucket's last object begins";
                    default -> ", the earliest: neither group nor bucket know the partition";
                });
        if (at.pending() != null) {
            text.append("; completes the cut up to ").append(at.pending().end()).append(" first");
        }
        if (at.gone() > 0) {
            text.append("; Kafka has deleted ").append(at.gone()).append(" of its records");
        }
        return text.append("; ").append(at.behind()).append(" behind the end").toString();
    }

    /// Reads a little, as nothing but reading shows that it is permitted.
    private static void read(
            String topic, List<PartitionInfo> all, Consumer<ByteBuffer, ByteBuffer> consumer, DryRunReport report) {
        try {
            List<TopicPartition> partitions = all.stream()
                    .map(one -> new TopicPartition(topic, one.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            consumer.poll(ONE_FETCH);
        } catch (AuthorizationException e) {
            report.problem("Failed to read topic " + topic + ": " + e.getMessage());
        } catch (KafkaException e) {
            report.line("    could not be read now: " + e.getMessage());
        }
    }
}
