package smartcity.sink.loop;

/// How the consumer takes part in its group.
public enum GroupProtocol {
    /// The client is told to join anew at each rebalance; a refused commit means that the membership is lost.
    CLASSIC,
    /// The broker moves partitions one by one (KIP-848). It refuses commits also of members that remain, while they do
    /// not know their new epoch yet; they keep their partitions.
    CONSUMER
}
