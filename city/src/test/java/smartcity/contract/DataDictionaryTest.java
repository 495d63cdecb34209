package smartcity.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {
    private static final Path FILE = TopicSchemas.DOCS.resolve("DATA.md");

    /// `-Dwrite=true` renews the file instead.
    @Test
    void isWhatTheSchemasSay() throws IOException {
        String made = DataDictionary.ofAllTopics();
        if (Boolean.getBoolean("write")) {
            Files.writeString(FILE, made);
        }

        assertThat(FILE).hasContent(made);
    }

    @Test
    void saysUnitAndRangeOfAQuantityAndTheWordsOfAnEnumeration() throws IOException {
        String made = DataDictionary.ofAllTopics();

        assertThat(made)
                .contains("| `windDirection` | number | deg | 0 <= x < 360 |  | Where the wind comes from,")
                .contains("| `location.latitude` | number | deg | -90 to 90 |  | WGS 84 latitude |")
                .contains("| `status` | string |  | Active, Resolved |  | Active until cleared,")
                .contains("| `vehicleId` | string or null |  |  | optional |");
    }
}
