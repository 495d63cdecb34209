package smartcity.bench.peer;

import java.io.IOException;

/// What the benchmark asks of a peer, by the environment, and what the peer answers, by lines of its log.
public final class Task {
    private Task() {}

    /// A part of the task: `BOOTSTRAP`, `TOPIC`, `RECORDS`, `NAME`, `BUCKET`, `ENDPOINT`, `ACCESS_KEY`, `SECRET_KEY`, `WORK`,
    /// `VARIANT`.
    public static String of(String part) {
        String value = System.getenv("BENCH_" + part);
        if (value == null) {
            throw new IllegalStateException("BENCH_" + part + " must be set");
        }
        return value;
    }

    /// Says that the last record is visible and committed.
    public static void done() {
        System.out.println("BENCH done " + System.currentTimeMillis());
    }

    /// Ends this JVM when the benchmark is gone, however that died: it holds the other end of the standard input.
    public static void endWithTheBenchmark() {
        Thread leash = new Thread(
                () -> {
                    try {
                        while (System.in.read() >= 0) {}
                    } catch (IOException e) {
                        System.err.println("Lost the benchmark: " + e);
                    }
                    Runtime.getRuntime().halt(129);
                },
                "leash");
        leash.setDaemon(true);
        leash.start();
    }
}
