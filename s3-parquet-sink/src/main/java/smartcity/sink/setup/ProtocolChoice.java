package smartcity.sink.setup;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import smartcity.sink.loop.GroupProtocol;

/// The group protocol that is taken, and why.
record ProtocolChoice(GroupProtocol protocol, String reason) {
    /// The brokers' feature that stands for the new protocol, from level 1 on.
    private static final String FEATURE = "group.version";

    /// How long the brokers may take to say what they have [chosen, not measured].
    private static final int PATIENCE_MILLIS = 10_000;

    /// Takes what is wanted; asks the brokers if that depends on them.
    ///
    /// @param kafka how to reach the brokers
    static ProtocolChoice of(GroupConfig.Protocol wanted, Map<String, Object> kafka) {
        return switch (wanted) {
            case CONSUMER -> new ProtocolChoice(GroupProtocol.CONSUMER, "set");
            case CLASSIC -> new ProtocolChoice(GroupProtocol.CLASSIC, "set");
            case AUTO -> asked(kafka);
        };
    }

    private static ProtocolChoice asked(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS / 2);
        try (Admin admin = Admin.create(settings)) {
            return by(admin.describeFeatures()
                    .featureMetadata()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                    .finalizedFeatures());
        } catch (ExecutionException | TimeoutException e) {
            return new ProtocolChoice(GroupProtocol.CLASSIC, "the brokers did not say what they have: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Failed to wait for the brokers' features", e);
        }
    }

    /// What the brokers' features allow.
    static ProtocolChoice by(Map<String, FinalizedVersionRange> features) {
        FinalizedVersionRange range = features.get(FEATURE);
        int level = range == null ? 0 : range.maxVersionLevel();
        return new ProtocolChoice(
                level >= 1 ? GroupProtocol.CONSUMER : GroupProtocol.CLASSIC,
                "the brokers have " + FEATURE + " " + level);
    }
}
