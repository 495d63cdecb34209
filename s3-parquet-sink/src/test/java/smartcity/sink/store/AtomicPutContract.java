package smartcity.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a store promises in addition that keeps conditions also of requests at the same time.
interface AtomicPutContract extends ObjectStoreContract {
    /// A refusal may also be an answer that says to try again, as S3 gives it to one of two requests at once.
    @Test
    default void storesOneOfTheObjectsThatAreStoredAtOnce() throws Exception {
        List<Callable<PutOutcome>> puts = IntStream.range(0, 8)
                .<Callable<PutOutcome>>mapToObj(
                        n -> () -> store().putIfAbsent(ObjectStoreContract.object("data/a", n, "content " + n)))
                .toList();
        List<PutOutcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(puts.size())) {
            for (Future<PutOutcome> put : threads.invokeAll(puts)) {
                outcomes.add(put.get());
            }
        }

        assertThat(outcomes)
                .containsOnlyOnce(new PutOutcome.Stored())
                .doesNotHaveAnyElementsOfTypes(PutOutcome.Refused.class);
        int stored = outcomes.indexOf(new PutOutcome.Stored());
        assertThat(store().read("data/a")).isEqualTo(new ReadOutcome.Read("content " + stored));
    }
}
