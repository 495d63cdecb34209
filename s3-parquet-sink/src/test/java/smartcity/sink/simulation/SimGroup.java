package smartcity.sink.simulation;

/// The group's coordinator, and what a member's client does because of it.
interface SimGroup {
    /// A member polls: it joins, learns what it has lost, and its callbacks run.
    void poll(SimConsumer client);

    /// Whether a commit by that member in that generation or epoch is taken.
    boolean takes(String member, int epoch);

    /// The member says that it goes.
    void leave(SimConsumer client);

    /// Time has passed: members that were not heard of for too long are removed.
    void tick();

    /// A topic has grown.
    void topicsChanged();

    /// Whether there is no member.
    boolean empty();
}
