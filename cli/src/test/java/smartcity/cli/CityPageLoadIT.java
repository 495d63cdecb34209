package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the page costs with 12,000 vehicles and twenty clients: a benchmark, whose figures are in
/// `docs/benchmarks/view.md`. It prints what it measured; limits hold only what does not depend on the machine's load.
@Tag("long")
class CityPageLoadIT {
    private static final int VEHICLES = 12_000;

    /// Of two cores, six processes and a browser; the page is drawn from all vehicles whatever their interval.
    private static final int RATE = 4_000;

    private static final int CLIENTS = 20;

    /// 200 MB.
    private static final long MOST_MEBIBYTES = 200_000_000 >> 20;

    private static final Duration MEASURED = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void costsLittleWithTwelveThousandVehicles() throws Exception {
        try (UpProcess up = CityPage.startCity(folder, "--vehicles=" + VEHICLES, "--rate=" + RATE)) {
            URI address = CityPage.addressOf(up);
            AtomicLong bytes = new AtomicLong();
            List<Thread> clients = clients(address, bytes);
            try (CityPage city = CityPage.open(address)) {
                city.awaitFor(Duration.ofMinutes(2), "store.clock.vehicles >= " + (VEHICLES - 100));
                measure(city, up.latestOf("city-view"), bytes);
            } finally {
                clients.forEach(Thread::interrupt);
            }
        }
    }

    private static void measure(CityPage city, ProcessHandle view, AtomicLong bytes) throws IOException {
        JsonNode page = city.read(
                "({ paint: performance.getEntriesByName('first-contentful-paint')[0].startTime, size: performance.getEntriesByType('resource').filter((r) => !/events|cameras|history/.test(r.name)).reduce((sum, r) => sum + r.encodedBodySize, performance.getEntriesByType('navigation')[0].encodedBodySize) })");
        long read = bytes.get();
        double browser = browserSeconds();
        double service = cpuSeconds(view);
        long began = System.nanoTime();
        city.page().waitForTimeout((double) MEASURED.toMillis());
        double seconds = (System.nanoTime() - began) / 1e9;
        double browserCores = (browserSeconds() - browser) / seconds;
        double serviceCores = (cpuSeconds(view) - service) / seconds;
        double kilobytes = (bytes.get() - read) / seconds / (CLIENTS - 1) / 1000;
        JsonNode frames = city.read(
                "({ mean: frameTimes.reduce((a, b) => a + b, 0) / frameTimes.length, lag: Date.now() - latestFrame().at })");

        System.out.printf(
                Locale.ROOT,
                "browser %.2f cores; frame %.1f ms; %.1f kB/s a client; service %.2f cores, %d MiB; first paint %.0f ms;"
                        + " newest report %d ms old; page %.0f kB%n",
                browserCores,
                frames.path("mean").asDouble(),
                kilobytes,
                serviceCores,
                residentMebibytes(view),
                page.path("paint").asDouble(),
                frames.path("lag").asLong(),
                page.path("size").asDouble() / 1000);

        assertThat(kilobytes).isLessThanOrEqualTo(70);
        assertThat(page.path("size").asDouble()).isBetween(10_000.0, 150_000.0);
        assertThat(residentMebibytes(view)).isLessThanOrEqualTo(MOST_MEBIBYTES);
    }

    private static List<Thread> clients(URI address, AtomicLong bytes) {
        HttpClient http = HttpClient.newHttpClient();
        List<Thread> clients = new ArrayList<>();
        for (int client = 1; client < CLIENTS; client++) {
            clients.add(Thread.ofVirtual().start(() -> readEvents(http, address, bytes)));
        }
        return clients;
    }

    private static void readEvents(HttpClient http, URI address, AtomicLong bytes) {
        try (InputStream events = http.send(
                        HttpRequest.newBuilder(address.resolve("/events")).build(),
                        HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = events.read(buffer); read >= 0; read = events.read(buffer)) {
                bytes.addAndGet(read);
            }
        } catch (IOException e) {
            // the city has ended
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static double browserSeconds() {
        try (Stream<ProcessHandle> all = ProcessHandle.current().descendants()) {
            return all.filter(process -> process.info().command().orElse("").contains("chrom"))
                    .mapToDouble(CityPageLoadIT::cpuSeconds)
                    .sum();
        }
    }

    private static double cpuSeconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    private static long residentMebibytes(ProcessHandle process) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        }
    }
}
