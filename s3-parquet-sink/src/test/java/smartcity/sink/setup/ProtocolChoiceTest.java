package smartcity.sink.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import smartcity.sink.kafka.GroupProtocol;

class ProtocolChoiceTest {
    @Test
    void usesTheConfiguredProtocolWithoutABroker() {
        Map<String, Object> nobody = Map.of();

        assertThat(ProtocolChoice.of(GroupConfig.Protocol.CONSUMER, nobody).protocol())
                .isEqualTo(GroupProtocol.CONSUMER);
        assertThat(ProtocolChoice.of(GroupConfig.Protocol.CLASSIC, nobody).protocol())
                .isEqualTo(GroupProtocol.CLASSIC);
    }

    @Test
    void usesTheClassicProtocolIfTheBrokersLackTheFeature() {
        assertThat(ProtocolChoice.of(Map.of()))
                .isEqualTo(new ProtocolChoice(GroupProtocol.CLASSIC, "the brokers have group.version 0"));
    }
}
