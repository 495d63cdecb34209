package smartcity.sink.batch;

import java.util.Optional;

/// Decides whether a batch may open one more file.
@FunctionalInterface
public interface FileLimit {
    /// Why the batch is to be cut before it opens the file; empty when it may open it.
    ///
    /// @param open files that the batch has open
    /// @param heldBytes memory that these take
    /// @param bytes of memory that the file takes as soon as it is open
    Optional<CutCause> objection(int open, long heldBytes, long bytes);

    /// Room for as many files, whatever they take.
    static FileLimit upTo(int most) {
        return (open, _, _) -> open < most ? Optional.empty() : Optional.of(CutCause.WINDOWS);
    }
}
