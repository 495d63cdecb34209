package smartcity.view;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// Two sinks that have landed 1,000 and 200 records, each with a partition of its own. Each can be stopped.
public class StubSinks implements QuarkusTestResourceLifecycleManager {
    private static final List<Integer> LANDED = List.of(1_000, 200);

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<String> changes = new CopyOnWriteArrayList<>();

    @Override
    public Map<String, String> start() {
        for (int number = 0; number < LANDED.size(); number++) {
            servers.add(server(number));
        }
        return Map.of("view.sink", servers.stream().map(StubSinks::address).collect(Collectors.joining(",")));
    }

    private HttpServer server(int number) {
        String status = """
                {"kafkaReached": true, "heldBytes": 1, "memoryBytes": 100, "topics": {"vehicle_data": {"landed": %d, "objects": 1,
                  "partitions": [{"partition": %d, "position": 9, "lag": 5, "heldRecords": 4, "heldBytes": 1}]}}}""".formatted(LANDED.get(number), number);
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                String path = exchange.getRequestURI().getPath();
                if (exchange.getRequestMethod().equals("POST")) {
                    changes.add(number + " " + path + " "
                            + exchange.getRequestHeaders().getFirst("Authorization"));
                }
                byte[] body =
                        (path.equals("/sink/status") ? status : "{\"landed\": 4}").getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to start a sink of the test", e);
        }
    }

    private static String address(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String address(int number) {
        return address(servers.get(number));
    }

    /// What was asked of each sink: its number, the path, the token.
    List<String> changes() {
        return List.copyOf(changes);
    }

    void stop(int number) {
        servers.get(number).stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType() == StubSinks.class);
    }

    @Override
    public void stop() {
        servers.forEach(server -> server.stop(0));
    }
}
