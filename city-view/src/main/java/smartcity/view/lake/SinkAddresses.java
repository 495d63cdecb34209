package smartcity.view.lake;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Where the sinks are: a name with several addresses, as a headless Service of Kubernetes or a scaled one
/// of Compose has it, is one sink for each address. Safe for use by several threads.
public final class SinkAddresses {
    private final List<URI> configured;
    private final HostLookup hosts;

    /// What a name resolves to.
    public interface HostLookup {
        InetAddress[] addressesOf(String host) throws UnknownHostException;
    }

    /// @param configured addresses with a host
    public SinkAddresses(List<URI> configured, HostLookup hosts) {
        this.configured = List.copyOf(configured);
        this.hosts = hosts;
        for (URI address : configured) {
            if (address.getHost() == null) {
                throw new IllegalArgumentException(
                        "view.sink must be addresses like http://localhost:8084 but one was " + address);
            }
        }
    }

    /// The addresses of all sinks, each once, in a fixed order. A name that does not resolve, and one with
    /// a single address, stay as they are; so does what is asked by TLS, whose certificates have names.
    public List<URI> current() {
        return configured.stream().flatMap(this::each).distinct().sorted().toList();
    }

    private Stream<URI> each(URI address) {
        if (!"http".equals(address.getScheme())) {
            return Stream.of(address);
        }
        try {
            List<InetAddress> all = ofOneFamily(hosts.addressesOf(address.getHost()));
            return all.size() == 1 ? Stream.of(address) : all.stream().map(one -> at(one, address));
        } catch (UnknownHostException e) {
            return Stream.of(address);
        }
    }

    /// A process can have an address of each family, and is to count once.
    private static List<InetAddress> ofOneFamily(InetAddress[] all) {
        List<InetAddress> older =
                Arrays.stream(all).filter(Inet4Address.class::isInstance).toList();
        return older.isEmpty() ? List.of(all) : older;
    }

    private static URI at(InetAddress one, URI address) {
        String host = one instanceof Inet4Address
                ? one.getHostAddress()
                : "[" + one.getHostAddress().replaceFirst("%.*", "") + "]";
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return URI.create("http://" + host + port);
    }
}
