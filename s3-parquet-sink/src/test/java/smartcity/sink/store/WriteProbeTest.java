package smartcity.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import smartcity.sink.store.InMemoryObjectStore.Fault;
import smartcity.sink.store.WriteProbe.Finding;

class WriteProbeTest {
    private final InMemoryObjectStore store = new InMemoryObjectStore();

    @Test
    void distinguishesARefusalFromAnUnavailableBucket() {
        store.failNext(Fault.REFUSED);
        store.failNext(Fault.UNAVAILABLE);

        Finding refused = new WriteProbe(store, store, "").probe();
        Finding unavailable = new WriteProbe(store, store, "").probe();

        assertThat(refused).isEqualTo(new Finding.Refused("403"));
        assertThat(unavailable).isEqualTo(new Finding.Unavailable("503"));
    }

    @Test
    void detectsABucketThatIgnoresTheConditionInEitherWay() {
        ObjectStore careless = new Careless();

        Finding never = new WriteProbe(careless, careless, "").probe();
        Finding notInParts = new WriteProbe(store, careless, "").probe();

        assertThat(never).isEqualTo(new Finding.Writable(false, false));
        assertThat(notInParts).isEqualTo(new Finding.Writable(true, false));
    }

    @Test
    void detectsABucketThatRefusesParts() {
        InMemoryObjectStore inParts = new InMemoryObjectStore();
        inParts.failNext(Fault.REFUSED);
        inParts.failNext(Fault.UNAVAILABLE);

        Finding refused = new WriteProbe(store, inParts, "").probe();
        Finding unavailable = new WriteProbe(store, inParts, "").probe();

        assertThat(refused).isEqualTo(new Finding.Refused("in parts: 403"));
        assertThat(unavailable).isEqualTo(new Finding.Unavailable("in parts: 503"));
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
