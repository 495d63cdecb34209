package smartcity.sink.kafka;

/// The protocol by which the consumer is a member of its group.
public enum GroupProtocol {
    /// The client must join the group again at each rebalance; a refused commit means that the membership is lost.
    CLASSIC,
    /// The broker moves partitions one by one (KIP-848). It also refuses commits of members that remain, while they
    /// have not received their new epoch; they keep their partitions.
    CONSUMER
}
