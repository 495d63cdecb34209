package smartcity.chaos;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Stands in front of S3 and disturbs what passes: answers 503, loses the answer to a request that was
/// carried out, loses the request, delays, or closes its port and everything under way. One connection for
/// each request. Safe for use by several threads.
final class FaultyS3Proxy implements AutoCloseable {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String UNAVAILABLE =
            "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

    private final int port;
    private final int backend;
    private final Random chance;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile S3Faults faults = S3Faults.NONE;
    private volatile @Nullable ServerSocket server;

    /// Answers 503 given so far.
    final LongAdder refused = new LongAdder();
    /// Answers lost so far although the request was carried out.
    final LongAdder lostAnswers = new LongAdder();

    /// @param port where it listens, once it is [#open]
    /// @param backend port of the S3 behind it
    FaultyS3Proxy(int port, int backend, long seed) {
        this.port = port;
        this.backend = backend;
        this.chance = new Random(seed);
    }

    void faults(S3Faults next) {
        faults = next;
    }

    /// Listens, from now on.
    void open() {
        try {
            ServerSocket socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(LOOPBACK, port));
            server = socket;
            Thread.ofPlatform().daemon().name("faulty-s3").start(() -> accept(socket));
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to listen on port " + port, e);
        }
    }

    /// Nothing listens from now on, and what was under way is cut off.
    @Override
    public void close() {
        ServerSocket listening = server;
        server = null;
        if (listening != null) {
            closed(listening);
        }
        open.forEach(FaultyS3Proxy::closed);
    }

    private static void closed(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new IllegalStateException("Failed to close " + socket, e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                Thread.ofVirtual().name("faulty-s3-request").start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    /// A connection that breaks is expected, whichever side broke it.
    private void serve(Socket client) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            RawHttpRequest request = RawHttpRequest.read(in, client.getOutputStream());
            if (request != null) {
                answer(request, client.getOutputStream());
            }
        } catch (IOException e) {
            return;
        } finally {
            open.remove(client);
        }
    }

    private void answer(RawHttpRequest request, OutputStream out) throws IOException {
        S3Faults now = faults;
        LockSupport.parkNanos(now.delay().toNanos());
        if (happens(now.unavailable())) {
            refused.increment();
            out.write(UNAVAILABLE.getBytes(StandardCharsets.US_ASCII));
            return;
        }
        if (happens(now.lostRequests())) {
            return;
        }
        byte[] answer = forwarded(request);
        if (happens(now.lostAnswers())) {
            lostAnswers.increment();
            return;
        }
        out.write(answer);
        out.flush();
    }

    private boolean happens(double probability) {
        synchronized (chance) {
            return probability > 0 && chance.nextDouble() < probability;
        }
    }

    private byte[] forwarded(RawHttpRequest request) throws IOException {
        try (Socket s3 = new Socket(LOOPBACK, backend)) {
            s3.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
            request.writeTo(s3.getOutputStream());
            return s3.getInputStream().readAllBytes();
        }
    }
}
