package smartcity.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import smartcity.sink.store.InMemoryObjectStore.Fault;
import smartcity.sink.store.WriteProbe.Finding;

class WriteProbeTest {
    private final InMemoryObjectStore store = new InMemoryObjectStore();

    @Test
    void tellsRefusalFromSilence() {
        store.failNext(Fault.REFUSED);
        store.failNext(Fault.UNAVAILABLE);

        Finding refused = new WriteProbe(store, "").probe();
        Finding unavailable = new WriteProbe(store, "").probe();

        assertThat(refused).isEqualTo(new Finding.Refused("403"));
        assertThat(unavailable).isEqualTo(new Finding.Unavailable("503"));
    }

    @Test
    void noticesABucketThatIgnoresTheCondition() {
        ObjectStore careless = new ObjectStore() {
            @Override
            public String location() {
                return "careless";
            }

            @Override
            public PutOutcome putIfAbsent(NewObject object) {
                return new PutOutcome.Stored();
            }

            @Override
            public ListOutcome list(String prefix) {
                return new ListOutcome.Listed(java.util.List.of());
            }
        };

        Finding finding = new WriteProbe(careless, "").probe();

        assertThat(finding).isEqualTo(new Finding.Writable(false));
    }
}
