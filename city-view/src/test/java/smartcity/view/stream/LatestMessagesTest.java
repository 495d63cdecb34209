package smartcity.view.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatestMessagesTest {
    private final LatestMessages<String> messages = new LatestMessages<>();

    @Test
    void aNewerMessageTakesThePlaceOfAnOlderOneOfItsKind() {
        messages.offer("clock", "1");
        messages.offer("lake", "a");
        messages.offer("clock", "2");

        assertThat(messages.poll()).isEqualTo("2");
        assertThat(messages.poll()).isEqualTo("a");
        assertThat(messages.poll()).isNull();
        assertThat(messages.dropped()).isEqualTo(1);
    }

    @Test
    void whatASlowPageMissesIsBoundedByTheKinds() {
        for (int i = 0; i < 10_000; i++) {
            messages.offer("clock", "clock " + i);
            messages.offer("lake", "lake " + i);
        }

        assertThat(messages.poll()).isEqualTo("clock 9999");
        assertThat(messages.poll()).isEqualTo("lake 9999");
        assertThat(messages.poll()).isNull();
    }
}
