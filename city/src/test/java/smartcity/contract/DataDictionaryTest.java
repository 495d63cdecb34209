package smartcity.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataDictionaryTest {
    private static final Path FILE = TopicSchemas.DOCS.resolve("DATA.md");

    /// With `-Dwrite=true` the test writes the file.
    @Test
    void isGeneratedFromTheSchemas() throws IOException {
        String generated = DataDictionary.ofAllTopics();
        if (Boolean.getBoolean("write")) {
            Files.writeString(FILE, generated);
        }

        assertThat(FILE).hasContent(generated);
    }

    @Test
    void statesTheUnitAndRangeOfQuantitiesAndTheValuesOfEnums() throws IOException {
        String generated = DataDictionary.ofAllTopics();

        assertThat(generated)
                .contains("| `windDirection` | number | deg | 0 <= x < 360 |  | Direction from which the wind blows,")
                .contains("| `location.latitude` | number | deg | -90 to 90 |  | WGS 84 latitude |")
                .contains("| `status` | string |  | Active, Resolved |  | Active until cleared,")
                .contains("| `vehicleId` | string or null |  |  | optional |");
    }
}
