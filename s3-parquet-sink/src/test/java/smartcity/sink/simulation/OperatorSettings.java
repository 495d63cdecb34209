package smartcity.sink.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import smartcity.sink.cut.FolderTemplate;
import smartcity.sink.cut.Layout;
import smartcity.sink.file.FileSettings;
import smartcity.sink.topic.LandedTopic;
import smartcity.sink.topic.RowPlacement;
import smartcity.sink.topic.TimeRange;

/// What an operator has set; a replica takes it when it starts.
final class OperatorSettings {
    private static final TimeRange ANY_TIME = new TimeRange(Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"));
    private static final Layout HOURLY = Layout.byHour("");
    private static final Layout DAILY =
            new Layout("", FolderTemplate.of("data/{topic}/date={date}"), Duration.ofDays(1));

    /// Those of one topic.
    ///
    /// @param landFrom Kafka's timestamp of the era's first record; empty for the earliest record
    record TopicSettings(int era, boolean relaxed, boolean daily, Optional<Instant> landFrom) {
        static final TopicSettings FIRST = new TopicSettings(0, false, false, Optional.empty());

        /// Whether the era need not have the record if it is before the era's first.
        boolean precedes(ProducedRecord one) {
            return landFrom.isPresent()
                    && one.record().timestampMillis() < landFrom.get().toEpochMilli();
        }
    }

    /// Made once for each form, as a topic's rules are costly to make.
    private static final Map<String, Map<TopicSettings, LandedTopic>> MADE = new ConcurrentHashMap<>();

    private final Map<String, TopicSettings> topics = new HashMap<>();

    OperatorSettings() {
        SimTopics.NAMES.forEach(name -> topics.put(name, TopicSettings.FIRST));
    }

    TopicSettings of(String topic) {
        return topics.getOrDefault(topic, TopicSettings.FIRST);
    }

    void openEra(String topic) {
        openEra(topic, Optional.empty());
    }

    /// Opens an era for the records from that Kafka timestamp on.
    void openEra(String topic, Optional<Instant> landFrom) {
        TopicSettings before = of(topic);
        topics.put(topic, new TopicSettings(before.era + 1, before.relaxed, before.daily, landFrom));
    }

    void changeRules(String topic) {
        TopicSettings before = of(topic);
        topics.put(topic, new TopicSettings(before.era, !before.relaxed, before.daily, before.landFrom));
    }

    void changeLayout(String topic) {
        TopicSettings before = of(topic);
        topics.put(topic, new TopicSettings(before.era, before.relaxed, !before.daily, before.landFrom));
    }

    /// How the topics are landed now.
    List<LandedTopic> landed() {
        return SimTopics.NAMES.stream().map(this::landed).toList();
    }

    private LandedTopic landed(String topic) {
        return MADE.computeIfAbsent(topic, _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(of(topic), settings -> made(topic, settings));
    }

    private static LandedTopic made(String topic, TopicSettings settings) {
        Layout layout = (settings.daily ? DAILY : HOURLY).inEra(settings.era);
        return new LandedTopic(
                topic,
                new RowPlacement(RowsConverter.SCHEMA, layout),
                ANY_TIME,
                settings.relaxed ? "relaxed" : "",
                FileSettings.USUAL,
                settings.landFrom);
    }
}
