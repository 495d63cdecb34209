package smartcity.sink.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import smartcity.sink.tracing.CutTracing;

class ConsumerSetupTest {
    private record FixedGroup(OptionalInt threads, Protocol groupProtocol, Optional<String> groupInstanceId)
            implements GroupConfig {
        @Override
        public String group() {
            return "lake";
        }
    }

    private final List<ConsumerSetup> opened = new ArrayList<>();

    private ConsumerSetup setup(GroupConfig.Protocol protocol, Map<String, Object> kafka) {
        opened.add(new ConsumerSetup(
                kafka, new FixedGroup(OptionalInt.of(2), protocol, Optional.of("pod-7")), CutTracing.none()));
        return opened.getLast();
    }

    /// A client that is left open looks for its Kafka until all tests have ended.
    @AfterEach
    void close() {
        opened.forEach(ConsumerSetup::close);
    }

    @Test
    void leavesOutSettingsThatAreTheBrokersInTheNewProtocol() {
        Map<String, Object> kafka = Map.of("session.timeout.ms", "6000", "heartbeat.interval.ms", "500");

        Map<String, Object> settings =
                setup(GroupConfig.Protocol.CONSUMER, kafka).settings(0, 2);

        assertThat(settings)
                .containsEntry("group.protocol", "consumer")
                .doesNotContainKeys("session.timeout.ms", "heartbeat.interval.ms", "partition.assignment.strategy");
    }

    @Test
    void usesTheDeploymentsTimeoutsInTheClassicProtocol() {
        Map<String, Object> kafka = Map.of("session.timeout.ms", "6000");

        Map<String, Object> settings =
                setup(GroupConfig.Protocol.CLASSIC, kafka).settings(0, 2);

        assertThat(settings)
                .containsEntry("group.protocol", "classic")
                .containsEntry("session.timeout.ms", "6000")
                .containsKey("partition.assignment.strategy");
    }

    @Test
    void usesTheDeploymentsLimitsOfAFetch() {
        Map<String, Object> kafka = Map.of(
                "max.poll.records", "500", "max.partition.fetch.bytes", "4194304", "receive.buffer.bytes", "65536");

        Map<String, Object> settings =
                setup(GroupConfig.Protocol.CONSUMER, kafka).settings(0, 2);

        assertThat(settings).containsAllEntriesOf(kafka);
    }

    @Test
    void overridesSettingsThatWouldWeakenTheGuarantees() {
        Map<String, Object> kafka = Map.of(
                "enable.auto.commit", "true", "auto.offset.reset", "latest", "isolation.level", "read_uncommitted");

        Map<String, Object> settings =
                setup(GroupConfig.Protocol.CLASSIC, kafka).settings(0, 2);

        assertThat(settings)
                .containsEntry("enable.auto.commit", false)
                .containsEntry("auto.offset.reset", "none")
                .containsEntry("isolation.level", "read_committed");
    }

    @Test
    void numbersTheThreadsOfAStaticMember() {
        ConsumerSetup setup = setup(GroupConfig.Protocol.CLASSIC, Map.of());

        assertThat(setup.settings(0, 2)).containsEntry("group.instance.id", "pod-7-0");
        assertThat(setup.settings(1, 2)).containsEntry("group.instance.id", "pod-7-1");
    }

    @Test
    void refusesToRunWithoutThreads() {
        FixedGroup none = new FixedGroup(OptionalInt.of(0), GroupConfig.Protocol.CLASSIC, Optional.empty());

        assertThatThrownBy(() -> ConsumerSetup.threads(none)).hasMessage("sink.threads must be at least 1 but was 0");
    }
}
