package smartcity.sink.jsonschema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import smartcity.sink.jsonschema.SchemaDocument.Resource;
import smartcity.sink.schema.UnsupportedSchema;

/// The files that schemas may refer to: those of one folder and the folders in it, never the network.
final class SchemaLibrary {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /// Folders in each other below the schema directory [chosen].
    private static final int MAX_FOLDERS = 8;

    private final Optional<Path> directory;
    private final Map<Path, SchemaDocument> documents = new HashMap<>();
    private @Nullable List<SchemaDocument> all;

    /// @param directory the schema directory; empty when there is none, and then schemas may refer to files
    ///     of their own folder
    SchemaLibrary(Optional<Path> directory) {
        this.directory = directory.map(SchemaLibrary::normal);
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /// Reads a file.
    ///
    /// @param file its name in messages
    /// @param folder that the file is in; empty when it is not in a folder
    /// @throws UnsupportedSchema when it is not JSON
    SchemaDocument read(String file, Optional<Path> folder, InputStream json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (!root.isObject()) {
                throw new UnsupportedSchema(file, "", "must be a JSON object");
            }
            return new SchemaDocument(file, folder.map(SchemaLibrary::normal), root, this);
        } catch (JsonProcessingException e) {
            throw new UnsupportedSchema(file, "", "must be JSON but had: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read schema " + file, e);
        }
    }

    /// What `document` refers to by `address`: an `$id` of a file, or a file by its path; null when there is none.
    ///
    /// @param resolved the address, resolved against the `$id` around the reference
    @Nullable
    Resource find(SchemaDocument document, String address, String resolved) {
        for (SchemaDocument other : all()) {
            Resource named = other.resource(resolved);
            if (named != null) {
                return named;
            }
        }
        return Stream.of(document.folder(), directory)
                .flatMap(Optional::stream)
                .map(folder -> at(folder, address, directory.orElse(folder)))
                .filter(Objects::nonNull)
                .findFirst()
                .map(SchemaDocument::whole)
                .orElse(null);
    }

    private @Nullable SchemaDocument at(Path folder, String address, Path within) {
        try {
            Path path = normal(folder.resolve(SchemaReference.decoded(address)));
            return path.startsWith(within) && Files.isRegularFile(path) ? opened(path) : null;
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private SchemaDocument opened(Path path) {
        SchemaDocument known = documents.get(path);
        if (known == null) {
            try (InputStream json = Files.newInputStream(path)) {
                known = read(path.toString(), Optional.ofNullable(path.getParent()), json);
            } catch (IOException e) {
                throw new UncheckedIOException("Failed to read schema " + path, e);
            }
            documents.put(path, known);
        }
        return known;
    }

    /// All files of the schema directory. One that is no schema is left out: nothing may refer to it.
    private List<SchemaDocument> all() {
        if (all == null) {
            try (Stream<Path> files = directory.isPresent() ? Files.walk(directory.get(), MAX_FOLDERS) : Stream.of()) {
                all = files.filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
                        .sorted()
                        .map(this::openedIfSchema)
                        .flatMap(Optional::stream)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("Failed to list the schemas in " + directory.get(), e);
            }
        }
        return all;
    }

    private Optional<SchemaDocument> openedIfSchema(Path file) {
        try {
            return Optional.of(opened(file));
        } catch (UnsupportedSchema e) {
            return Optional.empty();
        }
    }
}
