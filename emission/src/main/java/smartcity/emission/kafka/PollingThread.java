package smartcity.emission.kafka;

import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;

/// The thread that polls the consumer of one channel; no other may use the consumer.
public interface PollingThread {
    /// Applies a function to the consumer on its thread and waits for the result.
    <R> R apply(Function<Consumer<Object, Object>, R> question);
}
