package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import smartcity.sink.file.FileForm;
import smartcity.sink.loop.LoopFixture.Member;
import smartcity.sink.store.InMemoryObjectStore.Fault;

/// A change of the form of a topic's files, as it may happen at any restart.
class FormChangeTest {
    private static final String HOUR_10 = "data/things/date=2026-11-23/hour=10/things-0-";
    private static final String HOUR_11 = "data/things/date=2026-11-23/hour=11/things-0-";

    private final LoopFixture fixture = new LoopFixture();

    private void land(Member member) {
        member.turns(3);
        fixture.age();
        member.turns(2);
    }

    @Test
    void replaysACutInTheFormItWasMadeInAndGoesOnInTheNewOne() {
        fixture.form = FileForm.COMPACT;
        fixture.produce(10);
        fixture.produce(11);
        Member first = fixture.member();
        first.turns(3);
        fixture.bucket.failNext(Fault.UNAVAILABLE);
        fixture.age();
        first.turn();
        assertThat(fixture.forms()).containsExactly(Map.entry(HOUR_11 + "0-1.parquet", "compact"));

        fixture.form = FileForm.COMPATIBLE;
        Member second = fixture.member();
        second.turns(3);
        fixture.produce(10);
        second.consumer().deliver(2);
        land(second);

        assertThat(fixture.blocked()).isEmpty();
        assertThat(fixture.forms())
                .containsOnly(
                        Map.entry(HOUR_10 + "0-1.parquet", "compact"),
                        Map.entry(HOUR_11 + "0-1.parquet", "compact"),
                        Map.entry(HOUR_10 + "2-2.parquet", "compatible"));
        assertThat(fixture.landedOffsets()).containsExactly(0L, 1L, 2L);
    }

    @Test
    void replaysACutOfAVersionWithoutFormsAsThatVersionWroteIt() {
        fixture.produce(10);
        fixture.kafka.committed(0, LoopFixture.cut(1).replace("\"files\":\"compatible\",", ""));

        fixture.member().turns(3);

        assertThat(fixture.forms()).containsExactly(Map.entry(HOUR_10 + "0-0.parquet", "compact"));
    }

    @Test
    void aFormIsNoRule() {
        fixture.produce(10);
        fixture.kafka.committed(0, LoopFixture.cut(1, FileForm.COMPACT));

        fixture.member().turns(3);

        assertThat(fixture.events(LoopEvent.RulesChanged.class)).isEmpty();
        assertThat(fixture.forms()).containsExactly(Map.entry(HOUR_10 + "0-0.parquet", "compact"));
    }
}
