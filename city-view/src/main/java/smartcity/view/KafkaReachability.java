package smartcity.view;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/// Whether Kafka answers: the page says so when it does not.
@ApplicationScoped
class KafkaReachability {
    /// For an answer [s]; chosen: the page is to say it within five seconds.
    private static final int TIMEOUT_SECONDS = 2;

    private final Admin admin;
    private final RepeatedTask task = new RepeatedTask("kafka-reach", this::ask);
    private volatile boolean reached = true;

    KafkaReachability(Admin admin) {
        this.admin = admin;
    }

    void begin(@Observes StartupEvent event) {
        task.begin();
    }

    void end(@Observes ShutdownEvent event) {
        task.close();
    }

    private void ask() {
        try {
            admin.describeCluster().nodes().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
            reached = true;
        } catch (ExecutionException | TimeoutException e) {
            reached = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether it has answered the last time; true before the first.
    boolean isReached() {
        return reached;
    }
}
