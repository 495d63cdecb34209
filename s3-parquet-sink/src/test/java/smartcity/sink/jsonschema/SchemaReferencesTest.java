package smartcity.sink.jsonschema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.sink.schema.ColumnType;
import smartcity.sink.schema.EventTimeSource;
import smartcity.sink.schema.RecordSchema;

/// References between the files of the schema directory.
class SchemaReferencesTest {
    @TempDir
    private Path outside;

    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createDirectories(outside.resolve("schemas"));
        write("shop/order.schema.json", "{'$id': 'https://example.com/shop/order', 'properties': {'p': REF}}");
        write("shop/address.json", "{'properties': {'zip': {'$ref': '../common/types.json#/$defs/zip'}}}");
        write("common/types.json", """
                {'$id': 'https://types.example.com/all', '$defs': {
                  'zip': {'$anchor': 'zip', 'type': 'string'},
                  'part': {'$id': 'part', 'type': 'object', 'properties': {'n': {'$ref': '#/$defs/n'}},
                    '$defs': {'n': {'type': 'boolean'}}}}}""");
        write("common/broken.json", "{");
        Files.writeString(outside.resolve("secret.json"), "{\"type\": \"string\"}");
    }

    private void write(String name, String json) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, json.replace('\'', '"'));
    }

    private RecordSchema read(String reference, Optional<Path> directory) throws IOException {
        Path file = folder.resolve("shop/order.schema.json");
        Files.writeString(
                file, Files.readString(file).replace("REF", "{\"$ref\": \"" + reference + "\", \"title\": \"p\"}"));
        try (InputStream json = Files.newInputStream(file)) {
            SchemaRules rules = new SchemaRules(new EventTimeSource.KafkaTimestamp(), UntypedValues.REFUSE, directory);
            return new JsonSchemaReader(rules).read("order", Optional.of(folder.resolve("shop")), json);
        }
    }

    private ColumnType typeOf(String reference) throws IOException {
        return read(reference, Optional.of(folder)).column("p").type();
    }

    @Test
    void readsAFileBesideTheSchemaAndWhatThatRefersTo() throws Exception {
        RecordSchema schema = read("address.json", Optional.of(folder));

        assertThat(schema.column("p").children().getFirst().type()).isEqualTo(ColumnType.TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../common/types.json#/$defs/zip",
                "../common/types.json#zip",
                "common/types.json#zip",
                "../common/../common/types%2Ejson#zip",
                "https://types.example.com/all#zip",
                "https://types.example.com/all#/$defs/zip",
            })
    void findsAPartOfAFileByPathAndById(String reference) throws Exception {
        assertThat(typeOf(reference)).isEqualTo(ColumnType.TEXT);
    }

    @Test
    void resolvesReferencesInsideOfAnEmbeddedSchemaFromThere() throws Exception {
        RecordSchema schema = read("https://types.example.com/part", Optional.of(folder));

        assertThat(schema.column("p").children().getFirst().type()).isEqualTo(ColumnType.BOOLEAN);
    }

    @Test
    void readsFilesOfTheSchemasOwnFolderWithoutADirectory() throws Exception {
        write("shop/plain.json", "{'type': 'boolean'}");

        assertThat(read("plain.json", Optional.empty()).column("p").type()).isEqualTo(ColumnType.BOOLEAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://json-schema.org/draft/2020-12/schema",
                "../../secret.json",
                "nowhere.json",
                "file:///etc/hostname",
                "/etc/hostname",
                "a\\u0000b",
            })
    void readsNothingOutsideOfTheDirectory(String reference) {
        assertThatThrownBy(() -> typeOf(reference))
                .hasMessageStartingWith("order#/properties/p/$ref must point into the same file, or to a file or an"
                        + " $id of the schema directory, as nothing is read from the network, but was ");
    }

    @Test
    void namesTheOtherFileWhereARuleIsBroken() throws Exception {
        write("shop/union.json", "{'properties': {'u': {'type': ['string', 'number']}}}");

        assertThatThrownBy(() -> typeOf("union.json"))
                .hasMessageStartingWith(folder.resolve("shop/union.json") + "#/properties/u must be of one type");
    }

    @Test
    void refusesAFileThatIsNoJson() {
        assertThatThrownBy(() -> typeOf("../common/broken.json"))
                .hasMessageStartingWith(folder.resolve("common/broken.json") + "# must be JSON but had: ");
    }
}
