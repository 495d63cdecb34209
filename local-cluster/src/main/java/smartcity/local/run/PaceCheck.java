package smartcity.local.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the vehicle simulator, which has the most to do, keeps up with simulated time. One thread at a time.
final class PaceCheck {
    /// A delay that is not reported: records wait for their transaction, and faults delay some. Chosen.
    private static final Duration TOLERATED = Duration.ofSeconds(10);

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Pattern TIME = Pattern.compile("\"simulatedTime\":\"([^\"]+)\"");
    private static final Pattern FACTOR = Pattern.compile("\"factor\":([0-9.eE+-]+)");

    private final HttpClient http;
    private final URI status;
    private Optional<String> last = Optional.empty();
    private long checked = System.nanoTime() - INTERVAL.toNanos();

    /// @param status of a vehicle simulator
    PaceCheck(HttpClient http, URI status) {
        this.http = http;
        this.status = status;
    }

    /// The sentence for users when it is behind; checked again after some seconds, until then as before.
    ///
    /// @param newest event time of its newest record
    Optional<String> warning(Optional<Instant> newest) {
        if (newest.isPresent() && System.nanoTime() - checked >= INTERVAL.toNanos()) {
            checked = System.nanoTime();
            last = status().flatMap(answer -> warning(answer, newest.get()));
        }
        return last;
    }

    /// @param answer of `/simulator/status`
    static Optional<String> warning(String answer, Instant newest) {
        Matcher time = TIME.matcher(answer);
        Matcher factor = FACTOR.matcher(answer);
        if (!time.find() || !factor.find() || Double.parseDouble(factor.group(1)) <= 0) {
            return Optional.empty();
        }
        Duration simulated = Duration.between(newest, Instant.parse(time.group(1)));
        double seconds = simulated.toMillis() / 1000.0 / Double.parseDouble(factor.group(1));
        if (seconds <= TOLERATED.toSeconds()) {
            return Optional.empty();
        }
        return Optional.of(
                "vehicle-simulator is %.0f s behind: use fewer --vehicles or a lower --factor".formatted(seconds));
    }

    /// Empty when it does not answer; what has ended is reported elsewhere.
    private Optional<String> status() {
        try {
            HttpRequest request = HttpRequest.newBuilder(status)
                    .timeout(Duration.ofSeconds(1))
                    .build();
            return Optional.of(
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
