package smartcity.emission.shard;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/// How far a shard has been told. It stands in the metadata of the offset that the group has committed for the shard's
/// partition, as `<city> <instant>`.
///
/// @param city whose time it is: two runs with other seeds or periods are other cities; without blanks
/// @param toldUntil all events before this instant have been told, and none from it on
public record ShardProgress(String city, Instant toldUntil) {
    /// Reads what [#text()] wrote; empty for any other text.
    public static Optional<ShardProgress> parse(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ShardProgress(text.substring(0, blank), Instant.parse(text.substring(blank + 1))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    public String text() {
        return city + " " + toldUntil;
    }
}
