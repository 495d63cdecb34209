package smartcity.sink.jsonschema;

import java.nio.file.Path;
import java.util.Optional;
import smartcity.sink.schema.EventTimeSource;

/// How schemas become columns.
///
/// @param directory whose files schemas may refer to; empty when there is none, and then schemas may refer to files of
///     their own folder
public record SchemaRules(EventTimeSource eventTime, UntypedValues untyped, Optional<Path> directory) {
    /// Rules without a directory.
    public static SchemaRules of(EventTimeSource eventTime) {
        return new SchemaRules(eventTime, UntypedValues.JSON, Optional.empty());
    }
}
