package smartcity.sink.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;
import smartcity.sink.store.ReadOutcome;

/// Lands records of very many columns, each in a window of its own, in a process of its own whose heap is bounded: the
/// budget is the sink's default share of it. Prints how many rows have landed.
final class WideRecordsRun {
    static final int RECORDS = 60;
    private static final int COLUMNS = 2_000;

    private WideRecordsRun() {}

    public static void main(String... args) {
        LoopFixture fixture = new LoopFixture();
        fixture.maxBytes = Runtime.getRuntime().maxMemory() / 8 * 3;
        fixture.schema = schema(COLUMNS);
        produce(fixture, COLUMNS);
        CountingStore store = new CountingStore();
        LoopFixture.Member member = fixture.member(store, "");
        for (int i = 0; i < 200 && store.rows() < RECORDS; i++) {
            member.turns(3);
            fixture.age();
        }
        System.out.println(store.rows() + " rows landed");
    }

    /// Half of the columns are text, half are numbers; all are optional.
    static String schema(int columns) {
        return IntStream.range(0, columns)
                .mapToObj(column ->
                        "\"c" + column + "\": {\"type\": \"" + (column % 2 == 0 ? "string" : "number") + "\"}")
                .collect(Collectors.joining(
                        ", ",
                        "{\"$id\": \"urn:test:wide:1\", \"type\": \"object\", \"required\": [\"timestamp\"],"
                                + " \"properties\": {\"timestamp\": {\"type\": \"string\", \"format\": \"date-time\"}, ",
                        "}}"));
    }

    /// One record an hour.
    static void produce(LoopFixture fixture, int columns) {
        Random random = new Random(1);
        for (int hour = 0; hour < RECORDS; hour++) {
            String start = "{\"timestamp\": \"2026-11-%02dT%02d:30:00Z\"".formatted(1 + hour / 24, hour % 24);
            fixture.kafka.produce(IntStream.range(0, columns)
                    .mapToObj(column -> "\"c" + column + "\":"
                            + (column % 2 == 0 ? "\"" + random.nextInt(10_000) + "\"" : random.nextInt(10_000)))
                    .collect(Collectors.joining(",", start + ",", "}")));
        }
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
