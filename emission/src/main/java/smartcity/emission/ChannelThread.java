package smartcity.emission;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import smartcity.emission.kafka.PollingThread;

/// The thread that polls a channel of reactive messaging.
record ChannelThread(KafkaClientService clients, String channel) implements PollingThread {
    @Override
    public <R> R apply(Function<Consumer<Object, Object>, R> question) {
        return clients.<Object, Object>getConsumer(channel)
                .runOnPollingThread(question)
                .await()
                .indefinitely();
    }
}
