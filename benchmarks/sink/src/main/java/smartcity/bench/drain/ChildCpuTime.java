package smartcity.bench.drain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The processor time of all processes that this one started and that have ended, and of those these started.
///
/// The difference over a drain is what its process took from start to end, to the clock tick: nothing is sampled. Kafka
/// and S3 still run then and do not count.
public final class ChildCpuTime {
    private static final Path STAT = Path.of("/proc/self/stat");
    private static final double TICKS_PER_SECOND = 100;
    /// Places of `cutime` and `cstime` behind the command's name; source: proc_pid_stat(5).
    private static final List<Integer> FIELDS = List.of(13, 14);

    private ChildCpuTime() {}

    /// User and system time [s].
    public static double cpuSeconds() {
        try {
            String stat = Files.readString(STAT);
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return FIELDS.stream().mapToLong(at -> Long.parseLong(fields[at])).sum() / TICKS_PER_SECOND;
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read " + STAT, e);
        }
    }
}
