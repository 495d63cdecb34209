package smartcity.bench.drain;

import java.util.Optional;
import smartcity.local.child.Child;
import smartcity.local.child.Program;

/// Someone who drains the topic in a process of its own.
public interface Contender {
    /// One word, as in `--only`.
    String name();

    /// Version and settings that matter, in one line.
    String description();

    /// Prepares what can be prepared before the clock runs.
    ///
    /// @return why it cannot take part; empty if it can
    Optional<String> obstacle();

    /// The process of one drain.
    Program program(Drain drain);

    /// Waits until the last record is visible in S3 and committed, and asks the process to end.
    ///
    /// @throws smartcity.local.child.LaunchException if it has ended without that, or does not get there in time
    Marks await(Child child, Drain drain);

    /// Rows it has landed, counted from outside; whoever writes no Parquet says it itself.
    default Landed landed(Child child, Drain drain) {
        return Landed.below(drain.folder());
    }
}
