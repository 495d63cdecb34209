package smartcity.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smartcity.local.infra.LoopbackPort;

class FaultyS3ProxyTest {
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final int port = LoopbackPort.anyFree();
    private HttpServer behind;
    private FaultyS3Proxy s3;

    @BeforeEach
    void start() throws IOException {
        behind = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        behind.createContext("/", exchange -> {
            received.add(exchange.getRequestMethod() + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, 2);
            exchange.getResponseBody().write("ok".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        behind.start();
        s3 = new FaultyS3Proxy(port, behind.getAddress().getPort(), 1);
        s3.open();
    }

    @AfterEach
    void stop() {
        s3.close();
        behind.stop(0);
    }

    private HttpResponse<String> put(boolean expectContinue) throws IOException, InterruptedException {
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(
                    java.net.http.HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/key"))
                            .PUT(BodyPublishers.ofString("content"))
                            .expectContinue(expectContinue)
                            .build(),
                    BodyHandlers.ofString());
        }
    }

    @Test
    void letsRequestsPass() throws IOException, InterruptedException {
        assertThat(put(false).body()).isEqualTo("ok");
        assertThat(put(true).body()).isEqualTo("ok");
        assertThat(received).containsExactly("PUT content", "PUT content");
    }

    @Test
    void answersThatS3IsUnavailable() throws IOException, InterruptedException {
        s3.faults(S3Faults.unavailable(1));

        assertThat(put(false).statusCode()).isEqualTo(503);
        assertThat(received).isEmpty();
    }

    @Test
    void losesTheAnswerToARequestThatWasCarriedOut() {
        s3.faults(new S3Faults(0, 0, 1, Duration.ZERO));

        assertThatThrownBy(() -> put(false)).isInstanceOf(IOException.class);
        assertThat(received).contains("PUT content");
    }

    @Test
    void losesRequests() {
        s3.faults(new S3Faults(0, 1, 0, Duration.ZERO));

        assertThatThrownBy(() -> put(false)).isInstanceOf(IOException.class);
        assertThat(received).isEmpty();
    }

    @Test
    void isAwayAndComesBack() throws IOException, InterruptedException {
        s3.close();
        assertThatThrownBy(() -> put(false)).isInstanceOf(IOException.class);

        s3.open();

        assertThat(put(false).statusCode()).isEqualTo(200);
    }
}
