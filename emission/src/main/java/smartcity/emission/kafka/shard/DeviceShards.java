package smartcity.emission.kafka.shard;

/// Divides devices into shards of about equal size. A device is in the same shard in every process.
///
/// @param count number of shards, 1 to 10,000
public record DeviceShards(int count) {
    /// Odd and near the golden ratio of 2^32, so that ids that differ in one digit are far from each other.
    /// Source: Knuth, "The Art of Computer Programming", volume 3, section 6.4, multiplicative hashing.
    private static final int SPREAD = 0x9E3779B1;

    public DeviceShards {
        if (count < 1 || count > 10_000) {
            throw new IllegalArgumentException("shards must be within [1, 10000] but was " + count);
        }
    }

    /// The shard of a device, from 0 to below the count.
    public int of(String deviceId) {
        long spread = Integer.toUnsignedLong(deviceId.hashCode() * SPREAD);
        return (int) ((spread * count) >>> 32);
    }
}
