package smartcity.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import smartcity.event.CityTopic;

/// `docs/fiware.md` maps every property.
class FiwareTest {
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\|", Pattern.MULTILINE);

    @ParameterizedTest
    @EnumSource(CityTopic.class)
    void mapsEveryPropertyOfATopicOnce(CityTopic topic) throws IOException {
        String document = Files.readString(TopicSchemas.DOCS.resolve("fiware.md"));

        String section =
                document.split("\n## " + topic.defaultName() + ": ", -1)[1].split("\n## ", -1)[0];
        List<String> mapped =
                ROW.matcher(section).results().map(row -> row.group(1)).toList();

        assertThat(mapped).containsExactlyElementsOf(TopicSchemas.propertiesOf(topic));
    }
}
