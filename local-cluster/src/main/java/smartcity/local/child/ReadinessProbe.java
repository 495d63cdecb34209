package smartcity.local.child;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.IntPredicate;

/// Waits for a child's HTTP endpoint to answer as it does when the child is ready for work.
///
/// @param endpoint asked again and again
/// @param ready which HTTP status means ready
/// @param longest after this time the child counts as hanging
public record ReadinessProbe(URI endpoint, IntPredicate ready, Duration longest) {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    /// Waits until the child is ready or a stop is requested.
    ///
    /// @return false if a stop was requested before the child was ready
    /// @throws LaunchException if the child ended, or is not ready in time
    public boolean await(ChildProcess child, StopRequest stop) {
        return await(child, stop, false);
    }

    /// As [#await], for a child that may have done its work and ended well before anybody saw it ready.
    public boolean awaitOrEnd(ChildProcess child, StopRequest stop) {
        return await(child, stop, true);
    }

    private boolean await(ChildProcess child, StopRequest stop, boolean mayEnd) {
        long deadline = System.nanoTime() + longest.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!answers(client)) {
                if (!child.isAlive()) {
                    if (mayEnd && child.exitCode() == 0) {
                        return true;
                    }
                    throw new LaunchException(child.exitMessage());
                }
                if (System.nanoTime() > deadline) {
                    throw new LaunchException(child.name() + " is not ready after " + longest.toSeconds() + " s: "
                            + endpoint + " does not answer as expected; its log is " + child.log());
                }
                if (stop.awaitRequest(PAUSE)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean answers(HttpClient client) {
        HttpRequest request = HttpRequest.newBuilder(endpoint).timeout(ANSWER).build();
        try {
            return ready.test(
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
