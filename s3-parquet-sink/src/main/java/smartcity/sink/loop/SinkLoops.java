package smartcity.sink.loop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/// The loops of this process, as one: each has its own consumer and its own partitions.
///
/// @param all at least one
public record SinkLoops(List<SinkLoop> all) {
    public SinkLoops {
        all = List.copyOf(all);
    }

    /// What all of them did and do.
    public LoopStatus status() {
        return LoopStatus.together(each());
    }

    /// What each of them did and does.
    public List<LoopStatus> each() {
        return all.stream().map(SinkLoop::status).toList();
    }

    /// Stops reading, and what is held stays until it is due.
    public void pause() {
        all.forEach(SinkLoop::pause);
    }

    /// Reads on after [#pause].
    public void resume() {
        all.forEach(SinkLoop::resume);
    }

    /// Asks each for everything it holds to be landed now.
    public CompletableFuture<FlushOutcome> flush() {
        return all.stream()
                .map(SinkLoop::flush)
                .reduce((one, other) -> one.thenCombine(other, SinkLoops::together))
                .orElseThrow();
    }

    private static FlushOutcome together(FlushOutcome one, FlushOutcome other) {
        return switch (one) {
            case FlushOutcome.Incomplete incomplete -> incomplete;
            case FlushOutcome.Landed(long records) ->
                switch (other) {
                    case FlushOutcome.Incomplete incomplete -> incomplete;
                    case FlushOutcome.Landed(long more) -> new FlushOutcome.Landed(records + more);
                };
        };
    }

    /// Asks all to end at the same time.
    public void stop(Duration within) {
        all.forEach(loop -> loop.stop(within));
    }
}
