package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;
import smartcity.sink.loop.TopicDecoders.Found;

class TopicWatchTest {
    private final LoopFixture fixture = new LoopFixture();
    private final Set<String> deleted = new HashSet<>();
    private final Set<String> forbidden = new HashSet<>();
    private final MockConsumer<ByteBuffer, ByteBuffer> consumer = new MockConsumer<>("none") {
        @Override
        public Map<String, List<PartitionInfo>> listTopics(Duration timeout) {
            if (!forbidden.isEmpty()) {
                throw new TopicAuthorizationException(forbidden);
            }
            Map<String, List<PartitionInfo>> listed = new HashMap<>(super.listTopics(timeout));
            listed.keySet().removeAll(deleted);
            return listed;
        }
    };
    private final Map<String, Found> found = new HashMap<>();

    private TopicWatch watch() {
        return new TopicWatch(
                consumer, new TopicDecoders(Map.of(), topic -> found.getOrDefault(topic, new Found.Ignored())));
    }

    private void create(String topic) {
        consumer.updatePartitions(topic, List.of(new PartitionInfo(topic, 0, null, null, null)));
    }

    private boolean look(TopicWatch watch) {
        fixture.clock.add(Duration.ofSeconds(5));
        return watch.refresh(fixture.context());
    }

    @Test
    void findsTopicsThatAreCreatedLater() {
        TopicWatch watch = watch();
        found.put("orders", new Found.Accepted(LoopFixture.decoder()));
        create("other");

        boolean before = look(watch);
        create("orders");
        boolean after = look(watch);
        boolean again = look(watch);

        assertThat(List.of(before, after, again)).containsExactly(false, true, false);
        assertThat(watch.landed()).containsExactly("orders");
        assertThat(watch.refused()).isEmpty();
    }

    @Test
    void saysOnceWhichTopicsCannotBeLandedAndLandsThemWhenTheyCan() {
        TopicWatch watch = watch();
        create("orders");
        create("__consumer_offsets");
        found.put("orders", new Found.Refused("no schema"));
        found.put("__consumer_offsets", new Found.Refused("no schema"));

        look(watch);
        look(watch);
        Map<String, String> refused = watch.refused();
        found.put("orders", new Found.Accepted(LoopFixture.decoder()));
        boolean landed = look(watch);

        assertThat(refused).isEqualTo(Map.of("orders", "no schema"));
        assertThat(landed).isTrue();
        assertThat(fixture.events(LoopEvent.Refused.class))
                .containsExactly(new LoopEvent.Refused(Map.of("orders", "no schema")), new LoopEvent.Refused(Map.of()));
    }

    @Test
    void awaitsNamedTopics() {
        TopicWatch watch = new TopicWatch(consumer, new TopicDecoders(Map.of("orders", LoopFixture.decoder()), null));

        look(watch);
        Set<String> before = Set.copyOf(watch.awaited());
        create("orders");
        look(watch);

        assertThat(watch.landed()).containsExactly("orders");
        assertThat(before).containsExactly("orders");
        assertThat(watch.awaited()).isEmpty();
    }

    @Test
    void awaitsANamedTopicAgainThatWasDeleted() {
        TopicWatch watch = new TopicWatch(consumer, new TopicDecoders(Map.of("orders", LoopFixture.decoder()), null));
        create("orders");
        look(watch);
        Set<String> before = Set.copyOf(watch.awaited());

        deleted.add("orders");
        fixture.clock.add(Duration.ofSeconds(25));
        boolean changed = look(watch);

        assertThat(before).isEmpty();
        assertThat(watch.awaited()).containsExactly("orders");
        assertThat(changed).isFalse();
        assertThat(fixture.events(LoopEvent.Awaiting.class))
                .containsExactly(new LoopEvent.Awaiting(Set.of()), new LoopEvent.Awaiting(Set.of("orders")));
    }

    @Test
    void leavesOutATopicThatItMustNotDescribeUntilItMay() {
        Map<String, TopicDecoder> named = Map.of("orders", LoopFixture.decoder(), "secret", LoopFixture.decoder());
        TopicWatch watch = new TopicWatch(consumer, new TopicDecoders(named, null));
        create("orders");
        String reason =
                "topic secret must be readable but Kafka refuses to describe it; permit READ and DESCRIBE of the"
                        + " topic";

        boolean other = watch.hide(Set.of("unknown"));
        boolean hidden = watch.hide(Set.of("secret"));
        boolean changed = look(watch);
        Set<String> before = Set.copyOf(watch.landed());
        Map<String, String> refused = watch.refused();
        boolean changedAgain = look(watch);
        create("secret");
        boolean shown = look(watch);

        assertThat(List.of(other, hidden, changed, changedAgain, shown))
                .containsExactly(false, true, true, false, true);
        assertThat(before).containsExactly("orders");
        assertThat(refused).isEqualTo(Map.of("secret", reason));
        assertThat(watch.landed()).containsExactlyInAnyOrder("orders", "secret");
        assertThat(watch.awaited()).isEmpty();
        assertThat(fixture.events(LoopEvent.Refused.class))
                .containsExactly(new LoopEvent.Refused(Map.of("secret", reason)), new LoopEvent.Refused(Map.of()));
    }

    @Test
    void leavesOutATopicOfWhichTheClientLearnsWhileItLists() {
        Map<String, TopicDecoder> named = Map.of("orders", LoopFixture.decoder(), "secret", LoopFixture.decoder());
        TopicWatch watch = new TopicWatch(consumer, new TopicDecoders(named, null));
        create("orders");

        forbidden.add("secret");
        boolean looked = look(watch);
        forbidden.clear();
        boolean changed = look(watch);

        assertThat(List.of(looked, changed)).containsExactly(false, true);
        assertThat(watch.landed()).containsExactly("orders");
        assertThat(watch.refused()).containsOnlyKeys("secret");
        assertThat(watch.awaited()).doesNotContain("secret");
    }

    @Test
    void reportsNamedTopicsThatCannotBeLandedOnce() {
        Map<String, String> refused = Map.of("returns", "bad schema");
        TopicWatch watch =
                new TopicWatch(consumer, new TopicDecoders(Map.of("orders", LoopFixture.decoder()), refused, null));
        create("orders");

        look(watch);
        look(watch);

        assertThat(watch.landed()).containsExactly("orders");
        assertThat(watch.refused()).isEqualTo(refused);
        assertThat(fixture.events(LoopEvent.Refused.class)).containsExactly(new LoopEvent.Refused(refused));
    }
}
