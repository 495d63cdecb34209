package smartcity.emission.shard;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// Makes this process a member of the group: a channel that nobody listens to does not exist.
@ApplicationScoped
class ShardChannel {
    /// Takes what somebody else wrote into the topic, which means nothing.
    @Incoming("shards")
    void ignore(byte[] record) {}
}
