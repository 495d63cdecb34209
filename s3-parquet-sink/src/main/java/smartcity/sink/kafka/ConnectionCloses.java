package smartcity.sink.kafka;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.Metric;
import org.jspecify.annotations.Nullable;

/// How often a consumer has lost or closed a connection to any broker.
final class ConnectionCloses {
    private static final String NAME = "connection-close-total";

    private final Consumer<?, ?> consumer;
    private @Nullable Metric metric;

    ConnectionCloses(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    double count() {
        Metric known = metric;
        if (known == null) {
            known = consumer.metrics().values().stream()
                    .filter(one -> one.metricName().name().equals(NAME))
                    .findFirst()
                    .orElse(null);
            metric = known;
        }
        return known != null && known.metricValue() instanceof Double count ? count : 0;
    }
}
