package smartcity.sink.schema;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the schema files of one value format.
@FunctionalInterface
public interface SchemaReader {
    /// Reads a schema.
    ///
    /// @param file its name in messages
    /// @param folder in which the paths of other files start that it refers to; empty when it is not in a folder
    /// @throws UnsupportedSchema when the schema cannot be turned into columns
    RecordSchema read(String file, Optional<Path> folder, InputStream content);
}
