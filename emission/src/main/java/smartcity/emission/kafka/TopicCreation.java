package smartcity.emission.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;
import smartcity.emission.loop.StopSignal;

/// Creates the topics that are missing, as soon as Kafka is reached.
public final class TopicCreation {
    private static final Logger LOG = Logger.getLogger(TopicCreation.class);

    /// Between two attempts to reach Kafka; chosen: a broker takes some seconds to start.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// For a topic just created to appear in Kafka's metadata; chosen.
    private static final Duration APPEARS_WITHIN = Duration.ofMinutes(1);

    /// Simulated time may run ahead of real time; by default a broker refuses records that are an hour ahead.
    private static final Map<String, String> SETTINGS =
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, String.valueOf(Long.MAX_VALUE));

    private final Admin admin;

    public TopicCreation(Admin admin) {
        this.admin = admin;
    }

    /// Returns true once all topics exist, however long Kafka is unreachable; false when stopped before.
    ///
    /// @param names of the topics, with the partitions of those that are missing
    /// @throws IllegalStateException when Kafka refuses, for instance because a permission is missing
    public boolean ensure(Map<String, Integer> names, StopSignal stop) throws InterruptedException {
        boolean logged = false;
        while (!attempt(names)) {
            if (!logged) {
                LOG.warnf("Waiting for Kafka topics=%s", names.keySet());
                logged = true;
            }
            stop.pause(PAUSE.toNanos());
            if (stop.isStopped()) {
                return false;
            }
        }
        return true;
    }

    private boolean attempt(Map<String, Integer> names) throws InterruptedException {
        CreateTopicsResult result = admin.createTopics(names.entrySet().stream()
                .map(topic ->
                        new NewTopic(topic.getKey(), Optional.of(topic.getValue()), Optional.empty()).configs(SETTINGS))
                .collect(Collectors.toSet()));
        for (Map.Entry<String, KafkaFuture<Void>> creation : result.values().entrySet()) {
            try {
                creation.getValue().get();
                LOG.infof("Created topic=%s partitions=%d", creation.getKey(), names.get(creation.getKey()));
            } catch (ExecutionException e) {
                switch (e.getCause()) {
                    case TopicExistsException _ -> LOG.debugf("Found topic=%s", creation.getKey());
                    case RetriableException _ -> {
                        return false;
                    }
                    case null, default ->
                        throw new IllegalStateException("Failed to create topic " + creation.getKey(), e.getCause());
                }
            }
        }
        return true;
    }

    /// Partitions of a topic that exists.
    ///
    /// @throws IllegalStateException when Kafka does not describe it for a minute
    public int partitionsOf(String name) throws InterruptedException {
        long end = System.nanoTime() + APPEARS_WITHIN.toNanos();
        while (true) {
            try {
                return admin.describeTopics(List.of(name)).allTopicNames().get().values().stream()
                        .mapToInt(topic -> topic.partitions().size())
                        .sum();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof RetriableException) || System.nanoTime() > end) {
                    throw new IllegalStateException("Failed to describe topic " + name, e.getCause());
                }
                Thread.sleep(PAUSE.toMillis() / 10);
            }
        }
    }
}
