package smartcity.sink.cut;

import smartcity.sink.identity.TopicIdentity;

/// What the metadata of a committed offset says of it.
public sealed interface CommitState {
    /// A cut starts at the offset and must be completed first.
    record Pending(Cut cut) implements CommitState {}

    /// Everything before the offset has landed.
    ///
    /// @param topic whose offset this is
    /// @param era in which it has landed
    record Landed(TopicIdentity topic, int era) implements CommitState {
        /// The metadata to commit.
        public String encoded() {
            return CommitMetadata.encoded(this);
        }
    }

    /// The metadata is empty: a version of the sink that recorded nothing committed the offset, or another tool did.
    record Unmarked() implements CommitState {}

    /// The state in the metadata of a committed offset.
    ///
    /// @throws IllegalArgumentException when this sink did not write the metadata: to continue as if no cut
    ///     were pending could land rows twice
    static CommitState of(String metadata) {
        return CommitMetadata.decoded(metadata);
    }
}
