package smartcity.bench.backlog;

/// The records in Kafka when a drain begins.
///
/// @param records vehicle records, 1,000 to 100,000,000
/// @param partitions of the topic, 1 to 1,000
/// @param hours over how many hours event times are scattered at random, so many windows; 1 leaves them in order, over
///     half an hour that a full hour parts
public record KafkaBacklog(long records, int partitions, int hours) {
    /// The topic, as the services name it by default.
    public static final String TOPIC = "vehicle_data";

    public KafkaBacklog {
        within("records", records, 1_000, 100_000_000);
        within("partitions", partitions, 1, 1_000);
        within("hours", hours, 1, 24);
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be within [" + least + ", " + most + "] but was " + value);
        }
    }
}
