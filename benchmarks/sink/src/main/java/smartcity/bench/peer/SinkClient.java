package smartcity.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import smartcity.bench.backlog.KafkaBacklog;
import smartcity.bench.drain.DrainTask;
import smartcity.bench.drain.DrainTimes;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.LaunchException;

/// The REST endpoints of a sink that drains the topic. One thread.
final class SinkClient implements AutoCloseable {
    /// Seldom enough for the looking itself not to cost the sink, which answers on the same cores.
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();
    private final String address;
    private final ChildProcess child;
    private final DrainTask drain;

    SinkClient(int port, ChildProcess child, DrainTask drain) {
        this.address = "http://127.0.0.1:" + port + "/sink/";
        this.child = child;
        this.drain = drain;
    }

    /// Waits until everything has been read, then has it flushed.
    DrainTimes awaitLanded() {
        long deadline = System.nanoTime() + drain.limit().toNanos();
        Instant first = null;
        long taken = taken();
        while (taken < drain.backlog().records()) {
            if (first == null && taken > 0) {
                first = Instant.now();
            }
            requireAlive();
            if (System.nanoTime() > deadline) {
                throw new LaunchException("sink has taken " + taken + " records after "
                        + drain.limit().toSeconds() + " s; its log is " + child.log());
            }
            pause();
            taken = taken();
        }
        while (!flushed()) {
            requireAlive();
            if (System.nanoTime() > deadline) {
                throw new LaunchException(
                        "sink has not flushed after " + drain.limit().toSeconds() + " s");
            }
        }
        return new DrainTimes(first, Instant.now());
    }

    @Override
    public void close() {
        http.close();
    }

    private long taken() {
        JsonNode topic = answer(request("status").GET().build()).path("topics").path(KafkaBacklog.TOPIC);
        return topic.path("landed").asLong() + topic.path("held").asLong();
    }

    private boolean flushed() {
        HttpRequest flush =
                request("flush").POST(HttpRequest.BodyPublishers.noBody()).build();
        return answer(flush).has("landed");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(ANSWER);
    }

    /// The body of an answer; an empty object when nobody answers.
    private JsonNode answer(HttpRequest request) {
        try {
            return json.readTree(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return json.createObjectNode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("Interrupted while the sink drained the topic", e);
        }
    }

    private void requireAlive() {
        if (!child.isAlive()) {
            throw new LaunchException(child.exitMessage());
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
