package smartcity.sink.simulation;

/// The group's coordinator, and the reactions of a member's client.
interface SimGroup {
    /// A member polls: it joins, loses what is revoked, and its callbacks run.
    void poll(SimConsumer client);

    /// Whether a commit by that member in that generation or epoch is taken.
    boolean takes(String member, int epoch);

    /// The member leaves.
    void leave(SimConsumer client);

    /// Time has passed: members that were silent for too long are removed.
    void tick();

    /// A topic has grown.
    void topicsChanged();

    /// Whether there is no member.
    boolean empty();
}
