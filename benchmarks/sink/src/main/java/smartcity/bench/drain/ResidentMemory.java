package smartcity.bench.drain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The memory of a process, as the kernel accounts it.
public final class ResidentMemory {
    private static final String PEAK = "VmHWM:";

    private ResidentMemory() {}

    /// Highest resident memory of a process so far; 0 when it has ended [bytes].
    public static long peakBytes(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) { // it has ended
            return 0;
        }
    }
}
