package smartcity.emission.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final TopicPartition WEATHER = new TopicPartition("weather_data", 0);
    private static final TopicPartition REPORTS = new TopicPartition("emergency_data", 3);

    private final Reading reading = new Reading(2);

    @Test
    void isIncompleteUntilEveryTopicIsRead() {
        reading.begin(WEATHER, 7, 7);
        boolean withOne = reading.isComplete();
        reading.begin(REPORTS, 0, 0);

        assertThat(withOne).isFalse();
        assertThat(reading.isComplete()).isTrue();
    }

    @Test
    void isCompleteWithOneTopicWhereNoOtherIsRead() {
        reading.readOneTopic();
        boolean unread = reading.isComplete();
        reading.begin(WEATHER, 7, 7);

        assertThat(unread).isFalse();
        assertThat(reading.isComplete()).isTrue();
    }

    @Test
    void isCompleteOnceItHasReadWhatWasThereWhenItBegan() {
        reading.begin(WEATHER, 7, 9);
        reading.begin(REPORTS, 0, 0);
        reading.readUntil(WEATHER, 8);
        boolean withOneLeft = reading.isComplete();
        reading.readUntil(WEATHER, 10);

        assertThat(withOneLeft).isFalse();
        assertThat(reading.isComplete()).isTrue();
    }
}
