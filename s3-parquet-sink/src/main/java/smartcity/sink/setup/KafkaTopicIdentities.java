package smartcity.sink.setup;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import smartcity.sink.identity.TopicIdentities;
import smartcity.sink.identity.TopicIdentity;

/// Asks Kafka for the IDs of topics and cluster. For any thread.
final class KafkaTopicIdentities implements TopicIdentities, AutoCloseable {
    /// How long one request may block the loop [chosen, not measured].
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Admin admin;

    KafkaTopicIdentities(Admin admin) {
        this.admin = admin;
    }

    @Override
    public Answer of(Set<String> topics) {
        try {
            String clusterId = answer(admin.describeCluster().clusterId());
            Map<String, TopicIdentity> known = new HashMap<>();
            for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                    admin.describeTopics(topics).topicNameValues().entrySet()) {
                try {
                    String id = answer(topic.getValue()).topicId().toString();
                    known.put(topic.getKey(), new TopicIdentity(clusterId, id));
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                        throw e;
                    }
                }
            }
            return new Answer.Known(known);
        } catch (ExecutionException e) {
            return new Answer.Unavailable("Kafka does not describe topics: " + e.getCause());
        } catch (TimeoutException e) {
            return new Answer.Unavailable("Kafka has not described topics within " + TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unavailable("interrupted");
        }
    }

    private static <T> T answer(KafkaFuture<T> future)
            throws ExecutionException, TimeoutException, InterruptedException {
        return future.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
