package smartcity.sink;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A forward proxy that makes tunnels by CONNECT. It resolves every name to one port of this machine.
final class TunnelProxy implements AutoCloseable {
    private final ServerSocket socket;
    private final int target;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private TunnelProxy(ServerSocket socket, int target) {
        this.socket = socket;
        this.target = target;
    }

    /// @param target port on loopback to which all tunnels lead
    static TunnelProxy to(int target) throws IOException {
        TunnelProxy proxy = new TunnelProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    int port() {
        return socket.getLocalPort();
    }

    /// The first line of each request.
    List<String> requests() {
        return List.copyOf(requests);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> tunnel(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void tunnel(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            requests.add(line(client.getInputStream()));
            String header = line(client.getInputStream());
            while (!header.isEmpty()) {
                header = line(client.getInputStream());
            }
            client.getOutputStream().write("HTTP/1.1 200 Established\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            Thread answers = Thread.ofVirtual().start(() -> copy(server, client));
            copy(client, server);
            answers.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(InputStream from) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = from.read(); next >= 0 && next != '\n'; next = from.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    /// Ends when either side closes its connection.
    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // The other side is gone: nothing is left to copy.
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
