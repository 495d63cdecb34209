package smartcity.local.infra;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smartcity.local.child.FileFailure;
import smartcity.local.child.LaunchException;

/// A city that another launcher runs on a data folder, by the files of that folder.
public final class RunningCity {
    private static final Pattern BROKER = Pattern.compile("(?:^|,)PLAINTEXT://([^,]+)");

    private RunningCity() {}

    /// Where the broker of the city on `data` listens; empty when none runs there.
    public static Optional<String> bootstrapServers(Path data) {
        if (!DataFolder.isOwned(data)) {
            return Optional.empty();
        }
        Path file = data.resolve("kafka.properties");
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            Matcher broker = BROKER.matcher(properties.getProperty("listeners", ""));
            return broker.find() ? Optional.of(broker.group(1)) : Optional.empty();
        } catch (IOException e) {
            throw new LaunchException("Failed to read where Kafka listens: " + FileFailure.reason(e), e);
        }
    }
}
