package smartcity.view.trace;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The traces of the vehicles that pages have selected; `gps_data` is read for no other. Holds at most
/// [#MOST]. Safe for use by several threads.
public final class GpsTraces {
    /// Traces at the same time; chosen: each is a consumer of the whole topic.
    static final int MOST = 8;

    private final Supplier<Map<String, Object>> settings;
    private final String topic;
    private final Supplier<Instant> start;
    private final Map<String, GpsTrace> traces = new HashMap<>();

    /// @param settings of a consumer without a group
    /// @param start event time from which a trace begins
    public GpsTraces(Supplier<Map<String, Object>> settings, String topic, Supplier<Instant> start) {
        this.settings = settings;
        this.topic = topic;
        this.start = start;
    }

    /// The fixes of a vehicle that have been read until now, as `[event time, latitude, longitude,
    /// accuracy]`; the first question begins to read. Empty too when [#MOST] others are read.
    public synchronized ArrayNode fixes(String deviceId) {
        traces.values().removeIf(trace -> !trace.isWanted());
        GpsTrace trace = traces.get(deviceId);
        if (trace == null) {
            if (traces.size() == MOST) {
                return JsonNodeFactory.instance.arrayNode();
            }
            GpsTrace begun = new GpsTrace(deviceId);
            traces.put(deviceId, begun);
            Thread.ofPlatform()
                    .name("trace-" + traces.size())
                    .daemon()
                    .start(() -> begun.follow(settings.get(), topic, start.get()));
            trace = begun;
        }
        return trace.fixes();
    }
}
