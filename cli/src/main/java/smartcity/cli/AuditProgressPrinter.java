package smartcity.cli;

import java.io.PrintWriter;
import java.time.Duration;
import smartcity.audit.AuditListener;

/// Says now and then how far a long audit is. For one thread.
final class AuditProgressPrinter implements AuditListener {
    private static final long EVERY = Duration.ofSeconds(2).toNanos();

    private final PrintWriter out;
    private long last = System.nanoTime();

    AuditProgressPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void progress(long objects, long ofObjects, long rows) {
        long now = System.nanoTime();
        if (now - last >= EVERY) {
            last = now;
            out.printf("%,d of %,d objects, %,d rows%n", objects, ofObjects, rows);
            out.flush();
        }
    }
}
