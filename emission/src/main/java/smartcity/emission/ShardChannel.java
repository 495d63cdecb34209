package smartcity.emission;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.Unremovable;
import io.smallrye.common.annotation.Identifier;
import io.smallrye.reactive.messaging.kafka.KafkaConsumerRebalanceListener;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import smartcity.emission.kafka.shard.ShardGroup;

/// Makes this process a member of the shard group by a channel, and passes the channel's rebalances on to the group.
@ApplicationScoped
@Unremovable
@Identifier("shards")
class ShardChannel implements KafkaConsumerRebalanceListener {
    private final ShardGroup group;

    ShardChannel(ShardGroup group, MeterRegistry meters) {
        this.group = group;
        meters.gauge("smartcity.shards.owned", group, ShardGroup::owned);
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        group.assigned(consumer, partitions);
    }

    @Override
    public void onPartitionsRevoked(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        group.revoked(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        group.lost(partitions);
    }

    /// Reads the topic, because a channel that nobody reads does not exist.
    @ApplicationScoped
    static class Reader {
        /// Ignores a record that somebody else wrote into the topic; it has no meaning.
        @Incoming("shards")
        void ignore(byte[] record) {}
    }
}
