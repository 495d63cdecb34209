package smartcity.view.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SinkAddressesTest {
    private static final Map<String, List<String>> NAMES = Map.of(
            "sinks", List.of("10.0.0.9", "10.0.0.2", "10.0.0.10"),
            "one", List.of("10.0.0.2"),
            "both", List.of("127.0.0.1", "::1"),
            "newer", List.of("fd00::1", "fd00::2"),
            "10.0.0.9", List.of("10.0.0.9"));

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        List<InetAddress> all = new ArrayList<>();
        for (String address : NAMES.getOrDefault(host, List.of())) {
            all.add(InetAddress.ofLiteral(address));
        }
        if (all.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return all.toArray(InetAddress[]::new);
    }

    private static List<String> current(String... configured) {
        return new SinkAddresses(Stream.of(configured).map(URI::create).toList(), SinkAddressesTest::resolve)
                .current().stream().map(URI::toString).toList();
    }

    @Test
    void aNameWithSeveralAddressesIsASinkForEach() {
        assertThat(current("http://sinks:8084"))
                .containsExactly("http://10.0.0.10:8084", "http://10.0.0.2:8084", "http://10.0.0.9:8084");
    }

    @Test
    void severalAddressesAreAsManySinksAndEachCountsOnce() {
        assertThat(current("http://sinks:8084", "http://10.0.0.9:8084", "http://one:8090"))
                .containsExactly(
                        "http://10.0.0.10:8084", "http://10.0.0.2:8084", "http://10.0.0.9:8084", "http://one:8090");
    }

    @Test
    void aProcessWithAnAddressOfEachFamilyCountsOnce() {
        assertThat(current("http://both:8084")).containsExactly("http://both:8084");
    }

    @Test
    void addressesOfTheNewerFamilyAreInBrackets() {
        assertThat(current("http://newer:8084"))
                .containsExactly("http://[fd00:0:0:0:0:0:0:1]:8084", "http://[fd00:0:0:0:0:0:0:2]:8084");
    }

    @Test
    void whatDoesNotResolveIsAskedAndFoundAbsent() {
        assertThat(current("http://nobody:8084")).containsExactly("http://nobody:8084");
    }

    @Test
    void aCertificateHasANameSoItIsAskedByThat() {
        assertThat(current("https://sinks:8443")).containsExactly("https://sinks:8443");
    }

    @Test
    void anAddressWithoutAHostIsRefused() {
        assertThatThrownBy(() -> current("sinks:8084")).hasMessageContaining("but one was sinks:8084");
    }
}
