package smartcity.emission;

import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.reactive.messaging.Channel;
import smartcity.event.CityTopic;

/// The simulator's way to its topics: the outgoing channel `city`.
///
/// A transaction spans the topics, and it holds how far the shards have been told; messages of a channel know neither,
/// and one message a record costs more than the record. So the channel says whether Kafka is reached and how to
/// write to it, and the emission writes with a producer of its own. That must not be made before Kafka is reached, as
/// it then blocks.
@ApplicationScoped
class CityPublisher {
    private static final String CHANNEL = "city";

    private final KafkaClientService clients;
    private final TopicCreation creation;
    private final CityTopicsConfig names;
    private final RecordFactory dispatch;

    /// @param channel asked for because a channel that nobody asks for does not exist
    CityPublisher(
            @Channel(CHANNEL) MutinyEmitter<byte[]> channel,
            KafkaClientService clients,
            TopicCreation creation,
            CityTopicsConfig names,
            RecordFactory dispatch) {
        this.clients = clients;
        this.creation = creation;
        this.names = names;
        this.dispatch = dispatch;
    }

    /// Creates the topics that are missing, however long Kafka is away; false when cancelled before.
    ///
    /// @param others by name, with their partitions
    boolean create(Set<CityTopic> topics, Map<String, Integer> others, CountDownLatch cancelled)
            throws InterruptedException {
        Map<String, Integer> all = new HashMap<>(others);
        topics.forEach(topic -> all.put(names.nameOf(topic), names.partitions()));
        return creation.ensure(all, cancelled);
    }

    /// Partitions of a topic that exists.
    int partitionsOf(String topic) throws InterruptedException {
        return creation.partitionsOf(topic);
    }

    /// @param transactionalId of no other process
    TransactionalSender outbox(Set<CityTopic> topics, String transactionalId) {
        Map<String, Object> settings =
                new HashMap<>(clients.getProducer(CHANNEL).configuration());
        settings.keySet().retainAll(ProducerConfig.configNames());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
        return new TransactionalSender(
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()),
                topics,
                names::nameOf,
                dispatch::headersOf);
    }

    /// Sends events as they are, or with faults if any are set.
    EventLoop.Outlet outlet(AsyncSender conveyor) {
        return dispatch.outlet(conveyor::send);
    }
}
