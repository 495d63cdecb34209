package smartcity.local.infra;

import java.util.Properties;

/// The broker's settings: one node, loopback only, small, and nothing in it ever expires.
final class BrokerProperties {
    private BrokerProperties() {}

    static Properties of(InfraSettings settings, int controllerPort) {
        Properties properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("log.dirs", settings.kafkaFolder().toString());
        properties.setProperty(
                "listeners",
                "PLAINTEXT://" + settings.bootstrapServers() + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        // A misspelt topic is to fail, not to appear.
        properties.setProperty("auto.create.topics.enable", "false");
        addMembership(properties);
        addRetention(properties);
        addSingleNode(properties);
        return properties;
    }

    /// A killed sink's partitions go to another as soon as with the classic protocol; the default is 45 s.
    private static void addMembership(Properties properties) {
        properties.setProperty("group.consumer.min.session.timeout.ms", "6000");
        properties.setProperty("group.consumer.session.timeout.ms", "10000");
        properties.setProperty("group.consumer.min.heartbeat.interval.ms", "1000");
        properties.setProperty("group.consumer.heartbeat.interval.ms", "1000");
    }

    /// Record timestamps are event times, of simulated days long past or far ahead of the wall clock.
    private static void addRetention(Properties properties) {
        properties.setProperty("log.retention.ms", "-1");
        properties.setProperty("log.message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        // A consumer group that was away for a month continues where it stopped.
        properties.setProperty("offsets.retention.minutes", Integer.toString(Integer.MAX_VALUE));
    }

    private static void addSingleNode(Properties properties) {
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "4");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("transaction.state.log.num.partitions", "4");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
        properties.setProperty("num.network.threads", "2");
        properties.setProperty("num.io.threads", "4");
        properties.setProperty("background.threads", "2");
        // The cleaner takes 128 MiB at once by default, for logs far larger than these.
        properties.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
    }
}
