package smartcity.local.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessProbeTest {
    private final AtomicInteger refusals = new AtomicInteger();

    @TempDir
    private Path logs;

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(refusals.getAndDecrement() > 0 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stopServing() {
        server.stop(0);
    }

    private ReadinessProbe readiness(Duration longest) {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/ready");
        return new ReadinessProbe(endpoint, status -> status == 200, longest);
    }

    private ChildProcess child(String script) {
        return new ShellProgram("worker", script).start(logs);
    }

    @Test
    void waitsWhileTheChildSaysNotYet() {
        refusals.set(3);
        ChildProcess child = child("read line");

        boolean ready = readiness(Duration.ofSeconds(20)).await(child, new StopRequest());

        child.kill();
        assertThat(ready).isTrue();
        assertThat(refusals.get()).isEqualTo(-1);
    }

    @Test
    void reportsThatTheChildEnded() {
        refusals.set(Integer.MAX_VALUE);
        ChildProcess child = child("echo no broker; exit 7");

        assertThatThrownBy(() -> readiness(Duration.ofSeconds(20)).await(child, new StopRequest()))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("worker ended with exit code 7")
                .hasMessageContaining("no broker");
    }

    @Test
    void doesNotWaitForever() {
        refusals.set(Integer.MAX_VALUE);
        ChildProcess child = child("read line");

        assertThatThrownBy(() -> readiness(Duration.ofMillis(300)).await(child, new StopRequest()))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("worker is not ready after 0 s")
                .hasMessageContaining(child.log().toString());
        child.kill();
    }

    @Test
    void givesUpWhenAStopIsAskedFor() {
        refusals.set(Integer.MAX_VALUE);
        StopRequest stop = new StopRequest();
        stop.request();
        ChildProcess child = child("read line");

        boolean ready = readiness(Duration.ofSeconds(20)).await(child, stop);

        child.kill();
        assertThat(ready).isFalse();
    }
}
