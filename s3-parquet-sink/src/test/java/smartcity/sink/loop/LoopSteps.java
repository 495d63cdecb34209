package smartcity.sink.loop;

/// Moves a loop by single steps, for tests in other packages.
public final class LoopSteps {
    private LoopSteps() {}

    public static void subscribe(SinkLoop loop) {
        loop.subscribe();
    }

    public static void turn(SinkLoop loop) {
        loop.turn();
    }
}
