package smartcity.sink.setup;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.jboss.logging.Logger;
import smartcity.sink.kafka.BoundedConsumer;
import smartcity.sink.kafka.GroupProtocol;
import smartcity.sink.kafka.KafkaAccess;
import smartcity.sink.tracing.CutTracing;

/// Makes one consumer for each loop.
@Singleton
public class ConsumerSetup {
    private static final Logger LOG = Logger.getLogger("smartcity.sink");

    /// More loops than this gain little: one loop decodes several 100,000 records a second [chosen].
    private static final int THREADS_BY_DEFAULT = 4;

    /// Limit of what all consumers together have fetched but not polled, as it is compressed; and of what they return
    /// by one poll each, as it is not. Both need memory beside that of batches [bytes, chosen].
    private static final int FETCH_BYTES = 16 * 1024 * 1024;

    /// The same of one partition. What has been fetched and not decoded at the moment of a collection is copied by the
    /// collector, in the end into the old generation [bytes, measured].
    private static final int PARTITION_FETCH_BYTES = 512 * 1024;

    /// Records of one poll: objects of the client, for each record, that live until the last of them is decoded
    /// [measured].
    private static final int POLL_RECORDS = 2_000;

    /// The operating system's, which grows as a connection needs it: the client's own default is smaller than any
    /// fetch of a backlog, which then takes many reads.
    private static final int SYSTEM_RECEIVE_BUFFER = -1;

    /// Settings of the client in the classic protocol. In the new one the broker has them, and the client refuses them.
    private static final List<String> CLASSIC_ONLY = List.of(
            ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
            ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
            ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG);

    private final Map<String, Object> kafka = new HashMap<>();
    private final GroupConfig group;
    private final GroupProtocol protocol;
    private final KafkaTopicIdentities identities;
    private final CutTracing tracing;

    ConsumerSetup(
            @Identifier("default-kafka-broker") Map<String, Object> kafka, GroupConfig group, CutTracing tracing) {
        this.kafka.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        this.kafka.putAll(kafka);
        this.group = group;
        this.tracing = tracing;
        ProtocolChoice choice = ProtocolChoice.of(group.groupProtocol(), this.kafka);
        this.protocol = choice.protocol();
        LOG.infof("Joining group name=%s protocol=%s reason=%s", group.group(), protocol, choice.reason());
        if (protocol == GroupProtocol.CONSUMER) {
            removeClassicSettings();
        }
        this.identities = new KafkaTopicIdentities(Admin.create(this.kafka));
    }

    private void removeClassicSettings() {
        for (String name : CLASSIC_ONLY) {
            if (kafka.remove(name) != null) {
                LOG.warnf("Ignored setting that is the broker's in this protocol name=kafka.%s", name);
            }
        }
    }

    /// The name of the consumers' group.
    public String group() {
        return group.group();
    }

    /// The protocol by which the consumers take part in their group.
    public GroupProtocol protocol() {
        return protocol;
    }

    /// One consumer for each loop, and the identities of topics, which all share.
    public List<KafkaAccess> all() {
        int threads = threads(group);
        return IntStream.range(0, threads)
                .mapToObj(number -> new KafkaAccess(consumer(number, threads), identities, group.group()))
                .toList();
    }

    private BoundedConsumer consumer(int number, int threads) {
        return new BoundedConsumer(settings(number, threads), FETCH_BYTES / threads, tracing::read);
    }

    @PreDestroy
    void close() {
        identities.close();
    }

    static int threads(GroupConfig group) {
        int threads = group.threads()
                .orElse(Math.min(THREADS_BY_DEFAULT, Runtime.getRuntime().availableProcessors()));
        if (threads < 1) {
            throw new IllegalArgumentException("sink.threads must be at least 1 but was " + threads);
        }
        return threads;
    }

    /// The deployment's own Kafka settings override those that are put before them, but not those after them, which
    /// the sink's guarantees need. New topics are found within the maximum age of the metadata.
    Map<String, Object> settings(int number, int threads) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        settings.put(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, FETCH_BYTES / threads);
        settings.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, PARTITION_FETCH_BYTES);
        settings.put(ConsumerConfig.RECEIVE_BUFFER_CONFIG, SYSTEM_RECEIVE_BUFFER);
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 5_000);
        if (protocol == GroupProtocol.CLASSIC) {
            settings.put(
                    ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
            // The partitions of a killed member are assigned to others after this time.
            settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        }
        settings.putAll(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group.group());
        settings.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, protocol.name().toLowerCase(Locale.ROOT));
        group.groupInstanceId()
                .ifPresent(id -> settings.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, id + "-" + number));
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return settings;
    }
}
