package smartcity.emission.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/// The settings by which clients reach the broker, without those of other kinds of clients.
///
/// @param broker settings of all kinds, by name
public record BrokerSettings(Map<String, Object> broker) {
    public BrokerSettings {
        broker = Map.copyOf(broker);
    }

    /// Settings of an admin client.
    ///
    /// @param own replace the broker's
    public Map<String, Object> forAdmin(Map<String, Object> own) {
        return settings(AdminClientConfig.configNames(), own);
    }

    /// Settings of a consumer without a group.
    ///
    /// @param own replace the broker's
    public Map<String, Object> forConsumer(Map<String, Object> own) {
        return settings(ConsumerConfig.configNames(), own);
    }

    /// Settings of a producer.
    ///
    /// @param own replace the broker's
    Map<String, Object> forProducer(Map<String, Object> own) {
        return settings(ProducerConfig.configNames(), own);
    }

    private Map<String, Object> settings(Set<String> names, Map<String, Object> own) {
        Map<String, Object> settings = new HashMap<>(broker);
        settings.keySet().retainAll(names);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG); // Quarkus names one after the application
        settings.putAll(own);
        settings.putIfAbsent("bootstrap.servers", "localhost:9092");
        return settings;
    }
}
