package smartcity.sink.topic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import smartcity.sink.schema.RecordSchema;
import smartcity.sink.schema.SchemaReader;

/// Finds the schemas of topics: in a folder, else among those built in.
///
/// @param directory with files named `<topic>.schema.json`; the working directory when there is none
/// @param builtIn resources by topic
public record SchemaFiles(Optional<Path> directory, Map<String, String> builtIn) {
    private static final String SUFFIX = ".schema.json";

    public SchemaFiles {
        builtIn = Map.copyOf(builtIn);
        if (directory.isPresent() && !Files.isDirectory(directory.get())) {
            throw new IllegalArgumentException("schemas.directory must be a folder but was " + directory.get());
        }
    }

    /// The schema of a topic; empty when there is none.
    ///
    /// @throws smartcity.sink.schema.UnsupportedSchema when no columns can be made of it
    public Optional<RecordSchema> find(String topic, SchemaReader reader) {
        Optional<Path> file =
                directory.map(folder -> folder.resolve(topic + SUFFIX)).filter(Files::isRegularFile);
        return file.isPresent()
                ? file.map(path -> read(path, reader))
                : Optional.ofNullable(builtIn.get(topic)).map(name -> resource(name, reader));
    }

    /// The topics that the folder has schemas for.
    public List<String> topics() {
        if (directory.isEmpty()) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory.get())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to list the schemas in " + directory.get(), e);
        }
    }

    /// The schema in a file, relative to the folder.
    public RecordSchema at(Path file, SchemaReader reader) {
        Path path = directory.map(folder -> folder.resolve(file)).orElse(file);
        if (!Files.isRegularFile(path)) {
            throw new IllegalArgumentException("schema must be a file but was " + path);
        }
        return read(path, reader);
    }

    private static RecordSchema read(Path file, SchemaReader reader) {
        try (InputStream json = Files.newInputStream(file)) {
            return reader.read(
                    file.toString(), Optional.ofNullable(file.toAbsolutePath().getParent()), json);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read schema " + file, e);
        }
    }

    private static RecordSchema resource(String name, SchemaReader reader) {
        try (InputStream json = SchemaFiles.class.getClassLoader().getResourceAsStream(name)) {
            if (json == null) {
                throw new IllegalStateException("Failed to find schema " + name);
            }
            return reader.read(name, Optional.empty(), json);
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read schema " + name, e);
        }
    }
}
