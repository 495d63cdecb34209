package smartcity.emission.control;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import smartcity.emission.rate.IntervalSchedule;
import smartcity.http.JsonBody;
import smartcity.http.ValueRules;

/// Carries out the commands that set how often the devices of a stream report.
public final class IntervalCommands implements CommandHandler {
    private static final String KIND = "interval";
    private static final String STREAM = "stream";

    private final ConcurrentMap<String, IntervalSchedule> streams = new ConcurrentHashMap<>();

    /// The intervals that commands set for a stream, now and later.
    public IntervalSchedule of(String stream) {
        return streams.computeIfAbsent(stream, _ -> new IntervalSchedule());
    }

    /// Gives a command that sets the interval of a stream.
    ///
    /// @param shortest interval that the stream can have
    /// @throws smartcity.http.RequestRefusedException when the requested interval is shorter
    public CommandReceipt issue(CityCommands commands, String stream, IntervalRequest request, Duration shortest) {
        return issue(
                commands,
                stream,
                ValueRules.requireWithin(KIND, request.interval(), shortest, IntervalRequest.LONGEST));
    }

    /// Gives a command that sets an interval that the stream can have.
    public CommandReceipt issue(CityCommands commands, String stream, Duration interval) {
        return commands.issue(
                KIND, new ObjectMapper().createObjectNode().put(STREAM, stream).put(KIND, interval.toString()));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public void carryOut(CityCommand command) {
        JsonBody form = new JsonBody(command.body());
        of(form.optionalText(STREAM).orElseThrow(() -> new IllegalArgumentException("stream must be set")))
                .set(form.duration(KIND, IntervalRequest.SHORTEST, IntervalRequest.LONGEST), command.simulatedAt());
    }
}
