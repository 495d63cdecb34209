package smartcity.sink.dryrun;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import smartcity.sink.kafka.KafkaAccess;
import smartcity.sink.loop.ResumeForecast;
import smartcity.sink.loop.ResumeForecast.Forecast;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.topic.LandedTopic;

/// Checks the partitions of topics: where each would continue, and whether they may be read.
final class PartitionsCheck {
    /// How long one fetch may take [chosen, not measured].
    private static final Duration ONE_FETCH = Duration.ofSeconds(2);

    private final Consumer<ByteBuffer, ByteBuffer> consumer;
    private final ResumeForecast forecast;

    /// @param kafka whose consumer never subscribes
    /// @param topics all that will be checked, by name
    PartitionsCheck(KafkaAccess kafka, ObjectStore store, Map<String, LandedTopic> topics) {
        this.consumer = kafka.consumer();
        this.forecast = new ResumeForecast(kafka, store, partition -> topic(topics, partition));
    }

    private static LandedTopic topic(Map<String, LandedTopic> topics, TopicPartition partition) {
        LandedTopic topic = topics.get(partition.topic());
        if (topic == null) {
            throw new IllegalStateException("Failed to find " + partition + " among the topics");
        }
        return topic;
    }

    /// @param described the topic's partitions; none when Kafka does not show the topic
    void check(String topic, List<PartitionInfo> described, DryRunReport report) {
        if (described.isEmpty()) {
            report.line("    does not exist, or must not be described; the sink waits for it");
            return;
        }
        List<TopicPartition> partitions = described.stream()
                .map(PartitionInfo::partition)
                .sorted()
                .map(number -> new TopicPartition(topic, number))
                .toList();
        forecast.of(partitions).forEach((partition, found) -> forecast(partition, found, report));
        read(topic, partitions, report);
    }

    private static void forecast(TopicPartition partition, Forecast found, DryRunReport report) {
        switch (found) {
            case Forecast.Continues at -> report.line("    partition " + partition.partition() + " " + text(at));
            case Forecast.CannotContinue(String reason) ->
                report.problem("Failed to find where " + partition + " continues: " + reason);
        }
    }

    private static String text(Forecast.Continues at) {
        StringBuilder text = new StringBuilder("continues at ").append(at.offset());
        text.append(
                switch (at.origin()) {
                    case "group" -> ", the group's committed offset";
                    case "bucket" -> ", where the bucket's last object begins: the group has no offset";
                    case "era" -> ", where the new era begins";
                    default -> ", the earliest offset: neither group nor bucket has one";
                });
        if (at.pending() != null) {
            text.append("; first completes the cut up to ").append(at.pending().end());
        }
        if (at.gone() > 0) {
            text.append("; Kafka has deleted ").append(at.gone()).append(" offsets that did not land");
        }
        if (at.skipped() != null) {
            text.append(at.origin().equals("era") ? "; it skips" : "; the group's offset was moved past")
                    .append(" offsets ")
                    .append(at.skipped().start())
                    .append(" to ")
                    .append(at.skipped().end() - 1)
                    .append(", which did not land");
        }
        return text.append("; lag ").append(at.behind()).toString();
    }

    /// Polls once, as only a fetch shows whether reading is permitted.
    private void read(String topic, List<TopicPartition> partitions, DryRunReport report) {
        try {
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
