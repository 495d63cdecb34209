package smartcity.sink.schema;

import java.io.InputStream;

/// Reads the schema files of one value format.
@FunctionalInterface
public interface SchemaReader {
    /// Reads a schema.
    ///
    /// @param file what to call it in messages
    /// @throws UnsupportedSchema when no columns can be made of it
    RecordSchema read(String file, InputStream content);
}
