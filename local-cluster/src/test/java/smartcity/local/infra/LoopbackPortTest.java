package smartcity.local.infra;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import smartcity.local.child.LaunchException;

class LoopbackPortTest {
    @Test
    void namesTheTakenPortWhoNeedsItAndTheOptionThatMovesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            LoopbackPort port = new LoopbackPort(taken.getLocalPort(), "Kafka", "--kafka-port");

            assertThatThrownBy(port::requireFree)
                    .isInstanceOf(LaunchException.class)
                    .hasMessage("Port " + taken.getLocalPort() + ", which Kafka needs, is taken by another program:"
                            + " stop that program or choose another port with --kafka-port");
        }
    }

    @Test
    void seesAProgramThatListensOnAllAddresses() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            LoopbackPort port = new LoopbackPort(taken.getLocalPort(), "Kafka", "--kafka-port");

            assertThatThrownBy(port::requireFree).isInstanceOf(LaunchException.class);
        }
    }

    @Test
    void takesAFreePort() {
        LoopbackPort port = new LoopbackPort(LoopbackPort.anyFree(), "Kafka", "--kafka-port");

        assertThatCode(port::requireFree).doesNotThrowAnyException();
    }

    @Test
    void refusesANumberThatIsNoPort() {
        assertThatThrownBy(() -> new LoopbackPort(65_536, "Kafka", "--kafka-port"))
                .hasMessage("--kafka-port must be within [1, 65535] but was 65536");
    }
}
