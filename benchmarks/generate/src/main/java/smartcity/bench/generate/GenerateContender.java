package smartcity.bench.generate;

import smartcity.bench.site.TemporaryCluster;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;

/// A process that fills topics of the broker and then ends.
interface GenerateContender {
    String name();

    /// In a sentence, for the page.
    String description();

    /// The process of a round, with topics of its own.
    ChildProgram program(TemporaryCluster site, int round);

    /// What a process that has ended well says of itself.
    Told told(ChildProcess child);

    /// A sum a process gives of its own delivery.
    ///
    /// @param records acknowledged by the broker
    /// @param seconds from the first record to the last acknowledgement
    record Told(long records, double seconds) {}
}
