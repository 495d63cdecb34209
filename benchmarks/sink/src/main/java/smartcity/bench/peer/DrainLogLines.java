package smartcity.bench.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import smartcity.bench.drain.DrainTask;
import smartcity.bench.drain.DrainTimes;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;

/// What a process that ends by itself says of its drain, in lines of its log: `BENCH first <epoch millis>` and `BENCH
/// done <epoch millis>`.
final class DrainLogLines {
    static final String MARK = "BENCH";

    private DrainLogLines() {}

    /// Waits until the process has ended well.
    static DrainTimes atEnd(ChildProcess child, DrainTask drain) {
        if (!child.endsWithin(drain.limit())) {
            throw new LaunchException(child.name() + " has not drained the topic within "
                    + drain.limit().toSeconds() + " s; its last lines:\n" + String.join("\n", child.lastLines(5)));
        }
        if (child.exitCode() != 0) {
            throw new LaunchException(child.exitMessage());
        }
        Instant done = value(child, "done")
                .map(Instant::ofEpochMilli)
                .orElseThrow(() -> new LaunchException(child.name() + " did not say when it was done"));
        return new DrainTimes(value(child, "first").map(Instant::ofEpochMilli).orElse(null), done);
    }

    /// The value of the first remark of that name.
    static Optional<Long> value(ChildProcess child, String name) {
        String start = MARK + " " + name + " ";
        try (Stream<String> lines = Files.lines(child.log())) {
            return lines.filter(line -> line.startsWith(start))
                    .map(line -> Long.parseLong(line.substring(start.length())))
                    .findFirst();
        } catch (IOException e) {
            throw new LaunchException("Failed to read " + child.log() + ": " + FileFailure.reason(e), e);
        }
    }
}
