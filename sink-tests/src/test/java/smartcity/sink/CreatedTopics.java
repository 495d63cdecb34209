package smartcity.sink;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/// Topics that a test has Kafka create.
final class CreatedTopics {
    private CreatedTopics() {}

    /// A broker that has just started may ask its controller twice, and be refused what the first request has created.
    static void await(CreateTopicsResult creation) throws ExecutionException, InterruptedException {
        for (KafkaFuture<Void> topic : creation.values().values()) {
            try {
                topic.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }
}
