package smartcity.local.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether the simulators keep up with simulated time. One thread at a time.
final class PaceCheck {
    /// A delay that is not reported: records wait for their transaction. Chosen.
    private static final Duration TOLERATED = Duration.ofSeconds(10);

    private static final Duration INTERVAL = Duration.ofSeconds(5);

    private static final Pattern BEHIND = Pattern.compile("\"behindSeconds\":([0-9.eE+-]+)");

    private final HttpClient http;
    private final List<ServiceReplica> simulators;
    private List<String> last = List.of();
    private long checked = System.nanoTime() - INTERVAL.toNanos();

    /// @param simulators all their processes
    PaceCheck(HttpClient http, List<ServiceReplica> simulators) {
        this.http = http;
        this.simulators = List.copyOf(simulators);
    }

    /// A sentence for users for each simulator that is behind; checked again after some seconds, until then as before.
    List<String> warnings() {
        if (System.nanoTime() - checked >= INTERVAL.toNanos()) {
            checked = System.nanoTime();
            last = warnings(behind());
        }
        return last;
    }

    /// @param behind seconds by simulator
    static List<String> warnings(Map<CityService, Double> behind) {
        return behind.entrySet().stream()
                .filter(simulator -> simulator.getValue() > TOLERATED.toSeconds())
                .map(simulator -> "%s is %.0f s behind: use %sa lower --factor"
                        .formatted(
                                simulator.getKey().module(),
                                simulator.getValue(),
                                simulator.getKey() == CityService.VEHICLE ? "fewer --vehicles or " : ""))
                .toList();
    }

    /// Of each simulator its slowest process.
    private Map<CityService, Double> behind() {
        Map<CityService, Double> behind = new LinkedHashMap<>();
        for (ServiceReplica simulator : simulators) {
            status(simulator.status())
                    .flatMap(PaceCheck::behindSeconds)
                    .ifPresent(seconds -> behind.merge(simulator.service(), seconds, Math::max));
        }
        return behind;
    }

    /// @param answer of `/simulator/status`
    static Optional<Double> behindSeconds(String answer) {
        Matcher behind = BEHIND.matcher(answer);
        return behind.find() ? Optional.of(Double.parseDouble(behind.group(1))) : Optional.empty();
    }

    /// Empty when it does not answer; what has ended is reported elsewhere.
    private Optional<String> status(URI status) {
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
