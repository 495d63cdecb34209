package smartcity.emission.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jboss.logging.Logger;

/// The topic of commands: one partition, kept for ever.
///
/// @param name of the topic
record CommandTopic(String name, Admin admin) {
    private static final Logger LOG = Logger.getLogger(CommandTopic.class);

    /// Between two attempts; chosen.
    private static final Duration PAUSE = Duration.ofMillis(200);

    /// Returns true as soon as Kafka describes the topic, which is created if it is missing; false when closed before,
    /// or interrupted. A broker does not know a topic just created for a moment, and a consumer that is assigned an
    /// unknown topic warns at each request.
    boolean awaitCreated(CountDownLatch closed) {
        try {
            while (closed.getCount() > 0) {
                if (isDescribed()) {
                    return true;
                }
                boolean _ = closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean isDescribed() throws InterruptedException {
        try {
            admin.describeTopics(List.of(name)).allTopicNames().get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                create();
            } else {
                LOG.debugf("Failed to describe topic=%s reason=%s", name, e.getCause());
            }
            return false;
        }
    }

    private void create() throws InterruptedException {
        NewTopic topic = new NewTopic(name, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        try {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            LOG.debugf("Failed to create topic=%s reason=%s", name, e.getCause());
        }
    }
}
