package smartcity.bench.drain;

import java.util.Optional;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;

/// A program that drains the topic in a process of its own.
public interface DrainContender {
    /// One word, as in `--only`.
    String name();

    /// Version and settings that matter, in one line.
    String description();

    /// Prepares what can be prepared before the clock runs.
    ///
    /// @return why it cannot take part; empty if it can
    Optional<String> obstacle();

    /// The process of one drain.
    ChildProgram program(DrainTask drain);

    /// Waits until the last record is visible in S3 and committed, and asks the process to end.
    ///
    /// @throws smartcity.local.child.LaunchException if it has ended without that, or does not get there in time
    DrainTimes await(ChildProcess child, DrainTask drain);

    /// Rows that it has landed, counted in the bucket; a contender that writes no Parquet reports the number itself.
    default LandedData landed(ChildProcess child, DrainTask drain) {
        return LandedData.below(drain.folder());
    }
}
