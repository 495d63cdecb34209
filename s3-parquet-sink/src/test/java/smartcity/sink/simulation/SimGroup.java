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

    /// Topics have grown or changed.
    void topicsChanged();

    /// The coordinator loses its members, as that of a cluster that is built again.
    void forget();

    /// Whether there is no member.
    boolean empty();
}
