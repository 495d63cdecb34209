package smartcity.sink.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LoopThreadTest {
    private final List<Object> seen = new ArrayList<>();

    static List<Throwable> failures() {
        return List.of(
                new IllegalStateException("a bug"),
                new OutOfMemoryError("heap"),
                new NoClassDefFoundError("zstd"),
                new StackOverflowError());
    }

    @ParameterizedTest
    @MethodSource("failures")
    void reportsWhateverALoopFailsBy(Throwable failure) {
        new LoopThread(() -> throwIt(failure), seen::add, () -> seen.add("ended")).run();

        assertThat(seen).containsExactly(failure, "ended");
    }

    private static void throwIt(Throwable failure) {
        switch (failure) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalArgumentException(failure);
        }
    }

    @Test
    void reportsNoFailureOfALoopThatWasStopped() {
        new LoopThread(() -> {}, seen::add, () -> seen.add("ended")).run();

        assertThat(seen).containsExactly("ended");
    }
}
