package smartcity.sink.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.threeten.extra.MutableClock;
import smartcity.sink.cut.Layout;
import smartcity.sink.cut.OffsetRange;
import smartcity.sink.loop.LandedRanges.Last;
import smartcity.sink.store.ForwardingObjectStore;
import smartcity.sink.store.InMemoryObjectStore;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectContent;
import smartcity.sink.store.ObjectStore;

class LandedRangesTest {
    private static final Layout LAYOUT = Layout.byHour("");
    private static final TopicPartition FIRST = new TopicPartition("t", 0);
    private static final TopicPartition SECOND = new TopicPartition("t", 1);

    private final InMemoryObjectStore objects = new InMemoryObjectStore();
    private final CountingLists bucket = new CountingLists(objects);
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final MutableClock clock = MutableClock.epochUTC();
    private final List<LoopEvent> events = new ArrayList<>();
    private final LandedRanges ranges = new LandedRanges(new BucketUploads(
            bucket,
            waiting::add,
            new LoopContext(clock, new Random(1), clock::add, events::add, new MemoryBudget(1)),
            new RetryBackoff(Duration.ofSeconds(1), Duration.ofSeconds(1))));

    /// Counts how often the rows of the topic are listed.
    private static final class CountingLists extends ForwardingObjectStore {
        private int lists;

        CountingLists(ObjectStore store) {
            super(store);
        }

        @Override
        public ListOutcome list(String prefix, Consumer<String> each) {
            lists += prefix.equals("data/t/") ? 1 : 0;
            return super.list(prefix, each);
        }
    }

    private void stored(String name, int objectsOfRange) {
        objects.putIfAbsent(new NewObject(
                "data/t/date=2026-11-23/" + name,
                1,
                Map.of("objects-of-range", Integer.toString(objectsOfRange)),
                ObjectContent.of(new byte[1])));
    }

    private void answer() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    /// What is known of the partition after the bucket has answered everything.
    private Last settled(TopicPartition partition) {
        Last last = ranges.of(partition, LAYOUT);
        for (int i = 0; i < 3 && last instanceof Last.Unknown; i++) {
            answer();
            last = ranges.of(partition, LAYOUT);
        }
        return last;
    }

    @Test
    void listsATopicOnceForAllItsPartitions() {
        stored("hour=01/t-0-0-9.parquet", 1);
        stored("hour=02/t-0-10-19.parquet", 2);
        stored("hour=03/t-0-10-19.parquet", 2);
        stored("hour=01/t-1-5-6.parquet", 2);
        stored("hour=01/t-1-0-4.parquet", 1);
        ranges.await(List.of(FIRST, SECOND, new TopicPartition("t", 2)));

        assertThat(settled(FIRST)).isEqualTo(new Last.Found(new OffsetRange(10, 20), false, null, null));
        assertThat(settled(SECOND)).isEqualTo(new Last.Found(new OffsetRange(5, 7), true, null, null));
        assertThat(settled(new TopicPartition("t", 2))).isEqualTo(new Last.None());
        assertThat(bucket.lists).isEqualTo(1);
    }

    /// Its former owner may have stored an object since the listing.
    @Test
    void listsAgainForAPartitionThatWasAssignedAfterTheListingBegan() {
        stored("hour=01/t-1-0-4.parquet", 1);
        ranges.await(List.of(FIRST));
        ranges.of(FIRST, LAYOUT);
        answer();
        stored("hour=01/t-1-5-6.parquet", 1);
        ranges.await(List.of(SECOND));

        Last last = settled(SECOND);

        assertThat(last).isEqualTo(new Last.Found(new OffsetRange(5, 7), false, null, null));
        assertThat(bucket.lists).isEqualTo(2);
    }

    @Test
    void reportsAListingThatTakesLong() {
        stored("hour=01/t-0-0-9.parquet", 1);
        for (int second = 0; second <= 20; second++) {
            ranges.of(FIRST, LAYOUT);
            clock.add(Duration.ofSeconds(1));
        }

        assertThat(events).containsExactly(new LoopEvent.Listing("t", 0), new LoopEvent.Listing("t", 0));
    }

    @Test
    @Tag("long")
    void foldsFiveMillionNamesInASmallHeap() throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ManyNamesRun.class.getName())
                .redirectErrorStream(true)
                .start();

        String output = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        boolean ended = run.waitFor(1, TimeUnit.MINUTES);

        assertThat(ended).isTrue();
        assertThat(output).contains("the last of 5000000 names is [4999999, 5000000)");
    }
}
