package smartcity.emission.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smartcity.emission.rate.IntervalSchedule;
import smartcity.http.JsonBody;
import smartcity.http.RequestRefusedException;

/// Carries out what is ordered about how often the devices of a stream report.
@Singleton
public class IntervalCommands implements CommandHandler {
    private static final String KIND = "interval";
    private static final String STREAM = "stream";

    /// The body that sets an interval.
    @Schema(description = "How often each device of a stream reports")
    public record NewInterval(
            @Schema(
                    required = true,
                    description = "Simulated time between two reports of a device",
                    examples = "PT0.5S")
            String interval) {}

    private final ConcurrentMap<String, IntervalSchedule> streams = new ConcurrentHashMap<>();

    /// The intervals that are ordered for a stream, now and later.
    public IntervalSchedule of(String stream) {
        return streams.computeIfAbsent(stream, _ -> new IntervalSchedule());
    }

    /// Orders an interval for a stream.
    ///
    /// @param body of the request
    /// @param shortest interval that the stream can have
    public CommandReceipt give(CityCommands orders, String stream, @Nullable String body, Duration shortest) {
        JsonBody form = JsonBody.read(body);
        Duration interval = form.duration(KIND, shortest, Duration.ofHours(1));
        form.end();
        if (interval.toNanos() % 1_000_000 > 0) {
            throw new RequestRefusedException(KIND, "must be in whole milliseconds", interval);
        }
        return give(orders, stream, interval);
    }

    /// Orders an interval for a stream that can have it.
    public CommandReceipt give(CityCommands orders, String stream, Duration interval) {
        return orders.give(
                KIND, new ObjectMapper().createObjectNode().put(STREAM, stream).put(KIND, interval.toString()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void take(CityCommand order) {
        JsonBody form = new JsonBody(order.body());
        of(form.optionalText(STREAM).orElse(""))
                .set(form.duration(KIND, Duration.ofMillis(1), Duration.ofHours(1)), order.simulatedAt());
    }
}
