package smartcity.sink.cut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
    private static final TopicPartition PARTITION = new TopicPartition("gps.data", 12);
    private static final Duration HOUR = Duration.ofHours(1);

    private static Layout layout(String template, String window) {
        return new Layout("lake/", FolderTemplate.of(template), Duration.parse(window));
    }

    private static String folder(Layout layout, String time, String... values) {
        long window = layout.windowOf(Instant.parse(time).toEpochMilli() * 1000);
        return layout.folder(PARTITION, window, List.of(values));
    }

    @ParameterizedTest
    @CsvSource({
        "data/{topic}/date={date}/hour={hour}, PT1H, lake/data/gps.data/date=2026-02-03/hour=19/",
        "{topic}/{date}, PT1H, lake/gps.data/2026-02-03/",
        "year={year}/month={month}/day={day}/{topic}, PT1H, lake/year=2026/month=02/day=03/gps.data/",
        "{topic}/date={date}/hour={hour}, PT6H, lake/gps.data/date=2026-02-03/hour=18/",
        "{topic}/h={hour}{minute}, PT15M, lake/gps.data/h=1930/",
        "{topic}/p={partition}/date={date}, P1D, lake/gps.data/p=12/date=2026-02-03/",
        "flat, PT1H, lake/flat/"
    })
    void namesFoldersByTheStartOfTheWindow(String template, String window, String expected) {
        assertThat(folder(layout(template, window), "2026-02-03T19:44:59.999999Z"))
                .isEqualTo(expected);
    }

    @Test
    void roundsTimesBefore1970Down() {
        assertThat(folder(layout("{date}-{hour}", "PT1H"), "1969-12-31T23:59:59Z"))
                .isEqualTo("lake/1969-12-31-23/");
    }

    @Test
    void namesFieldsLikeHive() {
        Layout layout = layout("data/{topic}/{field:country}/date={date}/{field:no}", "PT1H");

        assertThat(folder(layout, "2026-02-03T00:00:00Z", "GB", FieldValue.NONE))
                .isEqualTo("lake/data/gps.data/country=GB/date=2026-02-03/no=__HIVE_DEFAULT_PARTITION__/");
    }

    @ParameterizedTest
    @CsvSource({
        "Zoë Straße, Zoë Straße",
        "a/b=c:d, a%2Fb%3Dc%3Ad",
        "100% [x]{y}^, 100%25 %5Bx%5D%7By}%5E",
        "'', __HIVE_DEFAULT_PARTITION__"
    })
    void escapesCharactersThatFolderNamesCannotHave(String value, String expected) {
        assertThat(FieldValue.escaped(value)).isEqualTo(expected);
    }

    @Test
    void escapesControlCharacters() {
        assertThat(FieldValue.escaped("a\nb\u007f")).isEqualTo("a%0Ab%7F");
    }

    @ParameterizedTest
    @CsvSource({
        "data/{topic}/date={date}/hour={hour}, lake/data/gps.data/",
        "{field:x}/{topic}, lake/",
        "all/{topic}-{partition}, lake/all/gps.data-12/",
        "all/{topic}-{date}, lake/all/"
    })
    void namesTheRootOfAllItsFolders(String template, String root) {
        assertThat(layout(template, "PT1H").root(PARTITION)).isEqualTo(root);
    }

    @ParameterizedTest
    @CsvSource({
        "lake/data/gps.data/no=7%20/date=2026-02-03/hour=18/gps.data-12-0-1.parquet, true",
        "lake/data/gps.data/no=7/date=2026-02-03/hour=18/minute=00/gps.data-12-0-1.parquet, false",
        "lake/data/gpsXdata/no=7/date=2026-02-03/hour=18/gps.data-12-0-1.parquet, false",
        "data/gps.data/no=7/date=2026-02-03/hour=18/gps.data-12-0-1.parquet, false",
        "lake/data/dead_letters/topic=gps.data/date=2026-02-03/hour=18/gps.data-12-0-1.parquet, true"
    })
    void recognisesItsOwnKeys(String key, boolean own) {
        Layout layout = layout("data/{topic}/{field:no}/date={date}/hour={hour}", "PT1H");

        assertThat(layout.makes(key, PARTITION)).isEqualTo(own);
    }

    @Test
    void alsoListsTheFoldersOfTheDefaultLayout() {
        assertThat(layout("other/{topic}/{date}", "PT1H").everyFolder(PARTITION))
                .containsExactly(
                        "lake/other/gps.data/", "lake/data/gps.data/", "lake/data/dead_letters/topic=gps.data/");
        assertThat(layout("{date}", "PT1H").everyFolder(PARTITION)).containsExactly("lake/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "-PT1H", "PT7H", "PT0.5S", "P2D"})
    void refusesAWindowThatDoesNotDivideADay(String window) {
        assertThatThrownBy(() -> layout("{date}", window))
                .hasMessage("window must be whole seconds that divide a day but was " + Duration.parse(window));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/lake/", "lake"})
    void refusesAPrefixThatIsNotAPath(String prefix) {
        assertThatThrownBy(() -> new Layout(prefix, FolderTemplate.BY_HOUR, HOUR))
                .hasMessage("prefix must be empty or a path like lake/ but was " + prefix);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/data | must be a path like data/{topic}/date={date}",
                "data/ | must be a path like data/{topic}/date={date}",
                "a/../b | must be a path like data/{topic}/date={date}",
                "a b | must have nothing but {placeholders}, letters, digits and !_.*'()=,@+&$-",
                "{date | must have nothing but {placeholders}, letters, digits and !_.*'()=,@+&$-",
                "x={field:x} | must have {field:...} as a whole segment",
                "date={date}/{field:date} | must have each key once, unlike date,",
                "{week} | must have no placeholder but {date}, {year}, {month}, {day}, {hour}, {minute}, {topic},"
                        + " {partition} and {field:<name>}",
                "{field:} | must have no placeholder but {date}, {year}, {month}, {day}, {hour}, {minute}, {topic},"
                        + " {partition} and {field:<name>}"
            })
    void refusesATemplateThatMakesNoPath(String template, String rule) {
        assertThatThrownBy(() -> FolderTemplate.of(template)).hasMessage("layout " + rule + " but was " + template);
    }
}
