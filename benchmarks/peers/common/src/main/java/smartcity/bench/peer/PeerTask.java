package smartcity.bench.peer;

/// What the benchmark asks of a peer, by the environment, and what the peer answers, by lines of its log.
public final class PeerTask {
    private PeerTask() {}

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
}
