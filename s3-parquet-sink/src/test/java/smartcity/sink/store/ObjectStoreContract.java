package smartcity.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What every store promises.
interface ObjectStoreContract {
    /// A store whose bucket is empty.
    ObjectStore store();

    /// An object of this many rows with this text.
    static NewObject object(String key, long records, String content) {
        return new NewObject(key, records, ObjectContent.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    default void storesAnObjectOnce() {
        PutOutcome first = store().putIfAbsent(object("data/a", 3, "one"));
        PutOutcome second = store().putIfAbsent(object("data/a", 4, "two"));

        assertThat(first).isEqualTo(new PutOutcome.Stored());
        assertThat(second).isEqualTo(new PutOutcome.AlreadyThere(new StoredMetadata(OptionalLong.of(3), Map.of())));
    }

    @Test
    default void takesKeysWithAnyCharacter() {
        String key = "data/country=C\u00f4te d'Ivoire/a+b&c=%2F/x;y@z,(1).parquet";

        PutOutcome stored = store().putIfAbsent(object(key, 1, "one"));

        assertThat(stored).isEqualTo(new PutOutcome.Stored());
        List<String> keys = new ArrayList<>();
        assertThat(store().list("data/", keys::add)).isEqualTo(new ListOutcome.Listed());
        assertThat(keys).containsExactly(key);
        assertThat(store().read(key)).isEqualTo(new ReadOutcome.Read("one"));
    }

    @Test
    default void keepsTheLabelsOfAnObject() {
        ObjectContent content = ObjectContent.of("one".getBytes(StandardCharsets.UTF_8));
        store().putIfAbsent(new NewObject("data/a", 3, Map.of("topic-id", "a1b2", "rules", "c3"), content));

        HeadOutcome head = store().head("data/a");
        HeadOutcome none = store().head("data/b");

        assertThat(head)
                .isEqualTo(new HeadOutcome.Found(
                        new StoredMetadata(OptionalLong.of(3), Map.of("topic-id", "a1b2", "rules", "c3"))));
        assertThat(none).isEqualTo(new HeadOutcome.Absent());
    }

    @Test
    default void readsWhatItStored() {
        store().putIfAbsent(object("data/a", 1, "one"));

        ReadOutcome read = store().read("data/a");
        ReadOutcome none = store().read("data/b");

        assertThat(read).isEqualTo(new ReadOutcome.Read("one"));
        assertThat(none).isEqualTo(new ReadOutcome.Absent());
    }

    /// Anybody may have put an object under the key.
    @Test
    default void readsBytesThatAreNoText() {
        byte[] bytes = {0x1f, (byte) 0x8b, (byte) 0xff, 'a'};
        store().putIfAbsent(new NewObject("data/a", 1, ObjectContent.of(bytes)));
        store().putIfAbsent(new NewObject("data/b", 1, ObjectContent.of(new byte[0])));

        ReadOutcome read = store().read("data/a");
        ReadOutcome empty = store().read("data/b");

        assertThat(read).isEqualTo(new ReadOutcome.Read("\u001f\ufffd\ufffda"));
        assertThat(empty).isEqualTo(new ReadOutcome.Read(""));
    }

    @Test
    default void listsTheKeysBelowAPrefix() {
        List.of("data/a/1", "data/a/2", "data/b/1").forEach(key -> store().putIfAbsent(object(key, 1, "x")));

        List<String> keys = new ArrayList<>();
        ListOutcome listed = store().list("data/a/", keys::add);
        ListOutcome none = store().list("data/c/", keys::add);

        assertThat(List.of(listed, none)).containsOnly(new ListOutcome.Listed());
        assertThat(keys).containsExactlyInAnyOrder("data/a/1", "data/a/2");
    }

    @Test
    default void reportsThatItCanBeWrittenTo() {
        WriteProbe probe = new WriteProbe(store(), store(), "lake/");

        WriteProbe.ProbeResult first = probe.probe();
        WriteProbe.ProbeResult again = probe.probe();

        assertThat(first).isEqualTo(new WriteProbe.ProbeResult.Writable(true, true));
        assertThat(again).isEqualTo(new WriteProbe.ProbeResult.Writable(true, true));
    }
}
