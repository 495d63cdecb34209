package smartcity.sink.schema;

import java.io.InputStream;

/// Reads the schema files of one value format.
@FunctionalInterface
public interface SchemaReader {
    /// Reads a schema.
    ///
    /// @param file its name in messages
    /// @throws UnsupportedSchema when the schema cannot be turned into columns
    RecordSchema read(String file, InputStream content);
}
