package smartcity.sink.json;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Forms of values that producers do not agree on.
///
/// @param zone of date-times that have none; null when they are refused
public record ValueForms(@Nullable ZoneId zone, RegistryPrefix prefix) {
    /// Date-times have a zone, and values no prefix.
    public static final ValueForms USUAL = new ValueForms(null, RegistryPrefix.REFUSE);
}
