package smartcity.sink.loop;

/// The limits of a loop's batches. A replay has as many files as its cut had.
///
/// @param maxFiles open files of a batch at most
/// @param memory of the loop
record BatchLimits(int maxFiles, MemoryBudget.Share memory) {}
