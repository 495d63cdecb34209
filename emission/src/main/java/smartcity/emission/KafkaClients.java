package smartcity.emission;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import smartcity.emission.kafka.BrokerSettings;
import smartcity.emission.kafka.TopicCreation;
import smartcity.emission.kafka.shard.ShardGroup;

/// Makes what speaks to Kafka, from the same settings as the channels' clients.
class KafkaClients {
    /// So that an unreachable broker is noticed before a health probe times out [ms]; chosen.
    private static final int TIMEOUT_MILLIS = 5_000;

    @Produces
    @Singleton
    BrokerSettings broker(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        return new BrokerSettings(broker);
    }

    @Produces
    @ApplicationScoped
    Admin admin(BrokerSettings broker) {
        return Admin.create(broker.forAdmin(Map.of(
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                TIMEOUT_MILLIS)));
    }

    void close(@Disposes Admin admin) {
        admin.close();
    }

    @Produces
    @Singleton
    TopicCreation topics(Admin admin) {
        return new TopicCreation(admin);
    }

    @Produces
    @Singleton
    ShardGroup shards() {
        return new ShardGroup();
    }
}
