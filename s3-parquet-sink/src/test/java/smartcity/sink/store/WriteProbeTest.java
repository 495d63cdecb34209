package smartcity.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import smartcity.sink.store.InMemoryObjectStore.Fault;
import smartcity.sink.store.WriteProbe.ProbeResult;

class WriteProbeTest {
    private final InMemoryObjectStore store = new InMemoryObjectStore();

    @Test
    void distinguishesARefusalFromAnUnavailableBucket() {
        store.failNext(Fault.REFUSED);
        store.failNext(Fault.UNAVAILABLE);

        ProbeResult refused = new WriteProbe(store, store, "").probe();
        ProbeResult unavailable = new WriteProbe(store, store, "").probe();

        assertThat(refused).isEqualTo(new ProbeResult.Refused("403"));
        assertThat(unavailable).isEqualTo(new ProbeResult.Unavailable("503"));
    }

    @Test
    void detectsABucketThatIgnoresTheConditionInEitherWay() {
        ObjectStore careless = new Careless();

        ProbeResult never = new WriteProbe(careless, careless, "").probe();
        ProbeResult notInParts = new WriteProbe(store, careless, "").probe();

        assertThat(never).isEqualTo(new ProbeResult.Writable(false, false));
        assertThat(notInParts).isEqualTo(new ProbeResult.Writable(true, false));
    }

    @Test
    void detectsABucketThatRefusesParts() {
        InMemoryObjectStore inParts = new InMemoryObjectStore();
        inParts.failNext(Fault.REFUSED);
        inParts.failNext(Fault.UNAVAILABLE);

        ProbeResult refused = new WriteProbe(store, inParts, "").probe();
        ProbeResult unavailable = new WriteProbe(store, inParts, "").probe();

        assertThat(refused).isEqualTo(new ProbeResult.Refused("in parts: 403"));
        assertThat(unavailable).isEqualTo(new ProbeResult.Unavailable("in parts: 503"));
    }

    private static final class Careless implements ObjectStore {
        @Override
        public String location() {
            return "careless";
        }

        @Override
        public PutOutcome putIfAbsent(NewObject object) {
            return new PutOutcome.Stored();
        }

        @Override
        public HeadOutcome head(String key) {
            return new HeadOutcome.Absent();
        }

        @Override
        public ReadOutcome read(String key) {
            return new ReadOutcome.Absent();
        }

        @Override
        public ListOutcome list(String prefix, Consumer<String> each) {
            return new ListOutcome.Listed();
        }
    }
}
