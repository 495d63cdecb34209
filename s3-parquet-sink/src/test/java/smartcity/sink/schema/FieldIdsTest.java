package smartcity.sink.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FieldIdsTest {
    private static final Column ID = text("id");
    private static final Column PLACE =
            Column.nested("place", ColumnType.GROUP, true, false, 1, List.of(text("x"), text("a/b")));
    private static final Column TAGS = Column.nested("tags", ColumnType.LIST, true, false, 2, List.of(text("element")));

    private static Column text(String name) {
        return Column.scalar(name, ColumnType.TEXT, true, false, 0);
    }

    private static RecordSchema schema(Column... columns) {
        return new RecordSchema("urn:test", List.of(columns), EventTime.OF_KAFKA);
    }

    @Test
    void numbersColumnsBeforeTheirMembersAsIcebergDoes() {
        FieldIds ids = FieldIds.NONE.and(schema(ID, PLACE, TAGS));

        assertThat(ids.byPath())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "/id", 1,
                        "/place", 2,
                        "/tags", 3,
                        "/kafka_partition", 4,
                        "/kafka_offset", 5,
                        "/kafka_timestamp", 6,
                        "/place/x", 7,
                        "/place/a~1b", 8,
                        "/tags/element", 9));
    }

    @Test
    void aColumnKeepsItsIdWhenOthersComeBeforeIt() {
        FieldIds first = FieldIds.NONE.and(schema(ID, TAGS));

        FieldIds second = first.and(schema(text("new"), PLACE, TAGS, ID));

        assertThat(second.byPath()).containsAllEntriesOf(first.byPath());
        assertThat(Stream.of("/new", "/place", "/place/x", "/place/a~1b").map(second::of))
                .containsExactly(7, 8, 9, 10);
    }

    @Test
    void noColumnGetsTheIdOfOneThatWasLeftOut() {
        FieldIds first = FieldIds.NONE.and(schema(ID, TAGS));

        FieldIds second = first.and(schema(text("other")));

        assertThat(second.of("/other")).isEqualTo(7);
        assertThat(second.and(schema(ID, TAGS))).isSameAs(second);
    }

    @Test
    void refusesOneIdForTwoColumns() {
        assertThatThrownBy(() -> new FieldIds(Map.of("/a", 1, "/b", 1)))
                .hasMessageStartingWith("field IDs must be different and at least 1 but were ");
        assertThatThrownBy(() -> new FieldIds(Map.of("/a", 0))).isInstanceOf(IllegalArgumentException.class);
    }
}
