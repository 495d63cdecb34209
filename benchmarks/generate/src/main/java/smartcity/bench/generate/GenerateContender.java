package smartcity.bench.generate;

import smartcity.bench.cluster.TemporaryCluster;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;

/// A process that fills topics of the broker and then ends.
interface GenerateContender {
    String name();

    /// In a sentence, for the page.
    String description();

    /// The process of a round, with topics of its own.
    ChildProgram program(TemporaryCluster cluster, int round);

    /// The delivery that a process reports which has ended without a failure.
    ReportedDelivery delivery(ChildProcess child);

    /// A delivery as the process itself reports it.
    ///
    /// @param records acknowledged by the broker
    /// @param seconds from the first record to the last acknowledgement
    record ReportedDelivery(long records, double seconds) {}
}
