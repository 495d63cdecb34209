package smartcity.bench.peer;

/// The task of a peer, given by the environment, and its answers, lines of its log.
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

    /// Prints that the last record is visible and committed.
    public static void done() {
        System.out.println("BENCH done " + System.currentTimeMillis());
    }
}
