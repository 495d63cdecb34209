package smartcity.emission;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jboss.logging.Logger;

/// Creates the topics that are missing, as soon as Kafka is reached.
@ApplicationScoped
class TopicCreation {
    private static final Logger LOG = Logger.getLogger(TopicCreation.class);

    /// Between two attempts to reach Kafka; chosen: a broker takes some seconds to start.
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /// A topic just created may take a moment to be known; chosen.
    private static final Duration KNOWN_WITHIN = Duration.ofMinutes(1);

    /// Simulated time may run ahead of real time; a broker refuses records that are an hour ahead unless told
    /// otherwise.
    private static final Map<String, String> SETTINGS =
            Map.of(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG, String.valueOf(Long.MAX_VALUE));

    private final Admin admin;

    TopicCreation(Admin admin) {
        this.admin = admin;
    }

    /// Returns true once all topics exist, however long Kafka is away; false when cancelled before.
    ///
    /// @param names of the topics, with the partitions of those that are missing
    /// @throws IllegalStateException when Kafka refuses, for instance for want of permission
    boolean ensure(Map<String, Integer> names, CountDownLatch cancelled) throws InterruptedException {
        boolean told = false;
        do {
            if (attempt(names)) {
                return true;
            }
            if (!told) {
                LOG.warnf("Waiting for Kafka topics=%s", names.keySet());
                told = true;
            }
        } while (!cancelled.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        return false;
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
    /// @throws IllegalStateException when Kafka refuses to tell for a minute
    int partitionsOf(String name) throws InterruptedException {
        long end = System.nanoTime() + KNOWN_WITHIN.toNanos();
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
