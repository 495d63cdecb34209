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

    /// The status of all of them together.
    public LoopStatus status() {
        return LoopStatus.together(each());
    }

    /// The status of each of them.
    public List<LoopStatus> each() {
        return all.stream().map(SinkLoop::status).toList();
    }

    /// Stops reading; what is held still lands when it is due.
    public void pause() {
        all.forEach(SinkLoop::pause);
    }

    /// Continues reading after [#pause].
    public void resume() {
        all.forEach(SinkLoop::resume);
    }

    /// Requests that each lands everything it holds now.
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

    /// Requests that all end at the same time.
    public void stop(Duration within) {
        all.forEach(loop -> loop.stop(within));
    }
}
