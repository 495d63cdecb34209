package smartcity.local.infra;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;
import smartcity.local.child.LaunchException;

/// A TCP port on loopback.
///
/// @param number 1 to 65535
/// @param purpose who is to listen on it, as users know it
/// @param option the command line option that moves it
public record LoopbackPort(int number, String purpose, String option) {
    private static final int LOWEST_FREE = 15_000;
    private static final int HIGHEST_FREE = 32_000;

    public LoopbackPort {
        if (number < 1 || number > 65_535) {
            throw new LaunchException(option + " must be within [1, 65535] but was " + number);
        }
    }

    /// Fails if something listens on it.
    ///
    /// @throws LaunchException with the sentence that says what to do
    public void requireFree() {
        if (!isFree()) {
            throw new LaunchException("Port " + number + ", which " + purpose
                    + " needs, is taken by another program: stop that program or choose another port with " + option);
        }
    }

    /// Whether nothing listens on it.
    public boolean isFree() {
        return !isConnectable() && isBindable();
    }

    /// A port that was free a moment ago. It is below the ports that systems give to outgoing connections, one of which
    /// could take it before it is used.
    public static int anyFree() {
        return ThreadLocalRandom.current()
                .ints(LOWEST_FREE, HIGHEST_FREE)
                .filter(port -> new LoopbackPort(port, "a test", "--port").isFree())
                .findFirst()
                .orElseThrow();
    }

    private boolean isBindable() {
        try (ServerSocket socket = new ServerSocket(number, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /// On some systems loopback can be bound although a program listens on all addresses, and then shadows it.
    private boolean isConnectable() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), number), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
