package smartcity.emission;

import io.opentelemetry.api.OpenTelemetry;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import smartcity.emission.kafka.AsyncSender;
import smartcity.emission.kafka.TopicCreation;
import smartcity.emission.kafka.TransactionSpans;
import smartcity.emission.kafka.TransactionalSender;
import smartcity.emission.loop.EventOutlet;
import smartcity.emission.loop.StopSignal;
import smartcity.event.CityTopic;

/// The simulator's way to its topics: the outgoing channel `city`.
///
/// A transaction spans the topics and contains the progress of the shards; messages of a channel support neither, and
/// one message for each record costs more than the record. So the channel reports whether Kafka is reached and holds
/// the settings, and the emission writes with a producer of its own. That must not be made before Kafka is reached, as
/// it would block.
@ApplicationScoped
class CityPublisher {
    private static final String CHANNEL = "city";

    private final KafkaClientService clients;
    private final TopicCreation creation;
    private final CityTopicsConfig names;
    private final OutletFactory outlets;
    private final Instance<OpenTelemetry> traces;
    private final boolean untraced;

    /// @param channel injected because a channel that nobody injects does not exist
    /// @param traces there is none in a service that was built without
    /// @param untraced whether the process makes none
    CityPublisher(
            @Channel(CHANNEL) MutinyEmitter<byte[]> channel,
            KafkaClientService clients,
            TopicCreation creation,
            CityTopicsConfig names,
            OutletFactory outlets,
            Instance<OpenTelemetry> traces,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean untraced) {
        this.clients = clients;
        this.creation = creation;
        this.names = names;
        this.outlets = outlets;
        this.traces = traces;
        this.untraced = untraced;
    }

    /// The name of a topic in Kafka.
    String nameOf(CityTopic topic) {
        return names.nameOf(topic);
    }

    /// Creates the topics that are missing, however long Kafka is unreachable; false when stopped before.
    ///
    /// @param others by name, with their partitions
    boolean create(Set<CityTopic> topics, Map<String, Integer> others, StopSignal stop) throws InterruptedException {
        Map<String, Integer> all = new HashMap<>(others);
        topics.forEach(topic -> all.put(nameOf(topic), names.partitions()));
        return creation.ensure(all, stop);
    }

    /// Partitions of a topic that exists.
    int partitionsOf(String topic) throws InterruptedException {
        return creation.partitionsOf(topic);
    }

    /// @param transactionalId of no other process
    TransactionalSender sender(Set<CityTopic> topics, String transactionalId) {
        Map<String, Object> settings =
                new HashMap<>(clients.getProducer(CHANNEL).configuration());
        settings.keySet().retainAll(ProducerConfig.configNames());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
        return new TransactionalSender(
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer()),
                topics.stream().map(this::nameOf).collect(Collectors.toSet()),
                spans());
    }

    private TransactionSpans spans() {
        return untraced || traces.isUnsatisfied()
                ? TransactionSpans.none()
                : new TransactionSpans(traces.get().getTracer("smartcity.emission"));
    }

    /// Sends events as they are, or with faults if any are set.
    EventOutlet outlet(AsyncSender sender) {
        return outlets.outlet(sender);
    }
}
