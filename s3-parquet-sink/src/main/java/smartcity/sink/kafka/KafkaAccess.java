package smartcity.sink.kafka;

import java.nio.ByteBuffer;
import org.apache.kafka.clients.consumer.Consumer;
import smartcity.sink.identity.TopicIdentities;

/// How a loop reaches Kafka.
///
/// @param consumer must not commit by itself nor reset offsets; the loop closes it at its end
/// @param identities of the topics that it reads
/// @param group that the consumer is a member of
public record KafkaAccess(Consumer<ByteBuffer, ByteBuffer> consumer, TopicIdentities identities, String group) {}
