package smartcity.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import smartcity.local.lake.QueryResult;

class QueryFormatTest {
    private static QueryResult result(List<String> columns, List<List<String>> rows) {
        return new QueryResult(columns, columns.stream().map(_ -> false).toList(), rows, true);
    }

    @Test
    void quotesInCsvOnlyWhatNeedsQuotes() {
        QueryResult rows = result(
                List.of("id", "a \"name\""),
                List.of(List.of("1", "M40, northbound"), List.of("2", "two\nlines"), List.of("3", "say \"no\"")));

        assertThat(QueryFormat.csv.lines(rows))
                .containsExactly(
                        "id,\"a \"\"name\"\"\"", "1,\"M40, northbound\"", "2,\"two\nlines\"", "3,\"say \"\"no\"\"\"");
    }

    @Test
    void aNullAndAnEmptyTextDiffer() {
        QueryResult rows = result(List.of("id", "name"), List.of(Arrays.asList("1", null), List.of("NULL", "")));

        assertThat(QueryFormat.csv.lines(rows)).containsExactly("id,name", "1,", "NULL,\"\"");
        assertThat(QueryFormat.table.lines(rows)).endsWith("1     NULL", "NULL");
    }

    @Test
    void headsCsvWithoutRows() {
        assertThat(QueryFormat.csv.lines(result(List.of("id"), List.of()))).containsExactly("id");
    }

    @Test
    void joinsObjectsToAnArray() {
        QueryResult rows = result(List.of("json"), List.of(List.of("{\"id\":1}"), List.of("{\"id\":2}")));

        assertThat(String.join("\n", QueryFormat.json.lines(rows))).isEqualTo("[{\"id\":1},\n{\"id\":2}]");
    }

    @Test
    void printsAnEmptyArrayWithoutRows() {
        assertThat(QueryFormat.json.lines(result(List.of("json"), List.of()))).containsExactly("[]");
    }

    @Test
    void alignsTheColumnsOfATable() {
        QueryResult rows = result(List.of("view", "x"), List.of(List.of("gps_data", "1")));

        assertThat(QueryFormat.table.lines(rows))
                .filteredOn(line -> line.startsWith("gps_data"))
                .hasSize(1);
    }
}
