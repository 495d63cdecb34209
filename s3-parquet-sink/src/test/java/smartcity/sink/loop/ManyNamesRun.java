package smartcity.sink.loop;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.cut.Layout;
import smartcity.sink.loop.LandedRanges.Last;
import smartcity.sink.store.HeadOutcome;
import smartcity.sink.store.ListOutcome;
import smartcity.sink.store.NewObject;
import smartcity.sink.store.ObjectStore;
import smartcity.sink.store.PutOutcome;
import smartcity.sink.store.ReadOutcome;
import smartcity.sink.store.StoredMetadata;

/// Finds the last range among millions of names, in a process of its own whose heap is bounded. The bucket makes each
/// name when it is listed. Prints the range.
final class ManyNamesRun {
    private static final int NAMES = 5_000_000;

    private ManyNamesRun() {}

    public static void main(String... args) {
        LandedRanges ranges = new LandedRanges(new BucketUploads(
                new MadeUpNames(),
                Runnable::run,
                new LoopContext(Clock.systemUTC(), new Random(1), _ -> {}, _ -> {}, new MemoryBudget(1)),
                new RetryBackoff(Duration.ofMillis(1), Duration.ofMillis(1))));
        Last last = new Last.Unknown("");
        while (last instanceof Last.Unknown) {
            last = ranges.of(new TopicPartition("t", 0), Layout.byHour(""));
            LockSupport.parkNanos(1_000_000);
        }
        if (last instanceof Last.Found(var range, var _, var _, var _)) {
            System.out.println("the last of " + NAMES + " names is [" + range.start() + ", " + range.end() + ")");
        }
    }

    /// Has an object for each offset.
    private static final class MadeUpNames implements ObjectStore {
        @Override
        public String location() {
            return "memory://names";
        }

        @Override
        public PutOutcome putIfAbsent(NewObject object) {
            return new PutOutcome.Refused("read only");
        }

        @Override
        public HeadOutcome head(String key) {
            return new HeadOutcome.Found(new StoredMetadata(OptionalLong.of(1), Map.of()));
        }

        @Override
        public ReadOutcome read(String key) {
            return new ReadOutcome.Absent();
        }

        @Override
        public ListOutcome list(String prefix, Consumer<String> each) {
            if (prefix.equals("data/t/")) {
                for (int offset = 0; offset < NAMES; offset++) {
                    each.accept("data/t/date=2026-11-23/hour=10/t-0-" + offset + "-" + offset + ".parquet");
                }
            }
            return new ListOutcome.Listed();
        }
    }
}
