package smartcity.sink.operations;

import java.util.function.Consumer;

/// What the thread of a loop does. However the loop ends, that is known: a process that has lost a loop without ending
/// would hold its partitions and land nothing of them.
///
/// @param failed receives what the loop failed by, an [Error] too
/// @param ended is called at last
record LoopThread(Runnable loop, Consumer<Throwable> failed, Runnable ended) implements Runnable {
    @Override
    public void run() {
        try {
            loop.run();
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        } finally {
            ended.run();
        }
    }
}
