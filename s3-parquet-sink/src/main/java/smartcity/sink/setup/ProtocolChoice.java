package smartcity.sink.setup;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import smartcity.sink.kafka.GroupProtocol;

/// The group protocol that consumers use, and why.
record ProtocolChoice(GroupProtocol protocol, String reason) {
    /// The brokers' feature for the new protocol; they support it from level 1.
    private static final String FEATURE = "group.version";

    /// How long the brokers may take to answer [chosen, not measured].
    private static final int TIMEOUT_MILLIS = 10_000;

    /// The configured protocol; for `auto`, requests the brokers' features.
    ///
    /// @param kafka how to reach the brokers
    static ProtocolChoice of(GroupConfig.Protocol configured, Map<String, Object> kafka) {
        return switch (configured) {
            case CONSUMER -> new ProtocolChoice(GroupProtocol.CONSUMER, "set");
            case CLASSIC -> new ProtocolChoice(GroupProtocol.CLASSIC, "set");
            case AUTO -> supported(kafka);
        };
    }

    private static ProtocolChoice supported(Map<String, Object> kafka) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS);
        settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS / 2);
        try (Admin admin = Admin.create(settings)) {
            return of(admin.describeFeatures()
                    .featureMetadata()
                    .get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
                    .finalizedFeatures());
        } catch (ExecutionException | TimeoutException e) {
            return new ProtocolChoice(
                    GroupProtocol.CLASSIC, "the brokers did not answer which features they have: " + reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Failed to wait for the brokers' features", e);
        }
    }

    private static String reason(Exception failure) {
        Throwable cause = failure.getCause();
        return cause == null || cause instanceof org.apache.kafka.common.errors.TimeoutException
                ? "none could be reached in " + TIMEOUT_MILLIS + " ms"
                : String.valueOf(cause.getMessage());
    }

    /// The new protocol if the brokers' features include it.
    static ProtocolChoice of(Map<String, FinalizedVersionRange> features) {
        FinalizedVersionRange range = features.get(FEATURE);
        int level = range == null ? 0 : range.maxVersionLevel();
        return new ProtocolChoice(
                level >= 1 ? GroupProtocol.CONSUMER : GroupProtocol.CLASSIC,
                "the brokers have " + FEATURE + " " + level);
    }
}
