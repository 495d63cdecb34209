package smartcity.sink.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;
import smartcity.sink.store.ReadOutcome;

/// Lands records of very many columns, each in a window of its own, in a process of its own whose heap is bounded: the
/// budget is the sink's default share of it. Prints how many rows have landed.
final class WideRecordsRun {
    private static final int COLUMNS = 2_000;

    private WideRecordsRun() {}

    public static void main(String... args) {
        LoopFixture fixture = new LoopFixture();
        fixture.maxBytes = Runtime.getRuntime().maxMemory() / 8 * 3;
        fixture.schema = WideRecords.schema(COLUMNS);
        WideRecords.of(COLUMNS).forEach(fixture.kafka::produce);
        CountingStore store = new CountingStore();
        LoopFixture.Member member = fixture.member(store, "");
        for (int i = 0; i < 200 && store.rows() < WideRecords.COUNT; i++) {
            member.turns(3);
            fixture.age();
        }
        System.out.println(store.rows() + " rows landed");
    }

    /// A bucket in another place: of an object only its number of rows takes memory here.
    private static final class CountingStore implements ObjectStore {
        private final Map<String, Long> rows = new HashMap<>();
        private final Map<String, String> markers = new HashMap<>();

        long rows() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }

        @Override
        public String location() {
            return "memory://counting";
        }

        @Override
        public PutOutcome putIfAbsent(NewObject object) {
            if (object.key().startsWith("_sink/")) {
                markers.put(object.key(), text(object));
            } else {
                rows.put(object.key(), object.records());
            }
            return new PutOutcome.Stored();
        }

        private static String text(NewObject object) {
            try {
                return new String(object.content().stream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public HeadOutcome head(String key) {
            return new HeadOutcome.Absent();
        }

        @Override
        public ReadOutcome read(String key) {
            String marker = markers.get(key);
            return marker == null ? new ReadOutcome.Absent() : new ReadOutcome.Read(marker);
        }

        @Override
        public ListOutcome list(String prefix, Consumer<String> each) {
            return new ListOutcome.Listed();
        }
    }
}
