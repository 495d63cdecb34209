package smartcity.deployment.kubernetes;

import java.util.Map;
import java.util.stream.Collectors;
import smartcity.local.infra.LoopbackPort;

/// A listener of a test's broker beside those that every one has.
///
/// @param name in lower case
/// @param protocol of Kafka's security protocols
/// @param settings of the broker for this listener alone
record MoreListener(String name, String protocol, int port, Map<String, String> settings) {
    static MoreListener on(String name, String protocol, Map<String, String> settings) {
        return new MoreListener(name, protocol, LoopbackPort.anyFree(), settings);
    }

    /// For `listeners` of the broker.
    String address() {
        return "," + name.toUpperCase(java.util.Locale.ROOT) + "://" + bootstrapServers();
    }

    /// For `listener.security.protocol.map` of the broker.
    String mapping() {
        return "," + name.toUpperCase(java.util.Locale.ROOT) + ":" + protocol;
    }

    /// The settings under the names that the broker knows them by.
    Map<String, String> properties() {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(
                        setting -> "listener.name." + name + "." + setting.getKey(), Map.Entry::getValue));
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }
}
