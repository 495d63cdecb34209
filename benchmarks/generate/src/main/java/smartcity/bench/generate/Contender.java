package smartcity.bench.generate;

import smartcity.bench.site.Site;
import smartcity.local.child.Child;
import smartcity.local.child.Program;

/// A process that fills topics of the broker and then ends.
interface Contender {
    String name();

    /// In a sentence, for the page.
    String description();

    /// The process of a round, with topics of its own.
    Program program(Site site, int round);

    /// What a process that has ended well says of itself.
    Told told(Child child);

    /// A sum a process gives of its own delivery.
    ///
    /// @param records acknowledged by the broker
    /// @param seconds from the first record to the last acknowledgement
    record Told(long records, double seconds) {}
}
