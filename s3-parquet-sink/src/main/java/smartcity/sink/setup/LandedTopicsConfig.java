package smartcity.sink.setup;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import smartcity.sink.file.FileForm;

/// Which topics are landed, and how: for all of them, and for each by its name.
@ConfigMapping(prefix = "sink")
public interface LandedTopicsConfig {
    /// The topics; by default those of the city, unless there is a pattern.
    Optional<List<String>> topics();

    /// Regular expression of the names of further topics, which may be created later.
    Optional<String> topicsPattern();

    /// Where schemas are.
    Schemas schemas();

    /// The folders of objects.
    @WithDefault("data/{topic}/date={date}/hour={hour}")
    String layout();

    /// Time span that event times are rounded down to for the folder; whole seconds that divide a day.
    @WithDefault("PT1H")
    Duration window();

    /// Which readers files are written for: `compatible` with all of them, or `compact`.
    @WithDefault("compatible")
    FileForm files();

    /// How files are compressed: `zstd-1` (fast) to `zstd-22` (small), `snappy` or `none`.
    @WithDefault("zstd-3")
    String codec();

    /// Which event times are plausible.
    EventTimeRange eventTime();

    /// Settings of one topic; each overrides that of all topics.
    Map<String, OfTopic> topic();

    /// Where schemas are.
    interface Schemas {
        /// Folder with files `<topic>.schema.json`, which override the built-in schemas.
        Optional<Path> directory();
    }

    /// Which event times are plausible; a record with another one is a dead letter.
    interface EventTimeRange {
        /// The earliest event time.
        @WithDefault("2000-01-01T00:00:00Z")
        Instant notBefore();

        /// The first event time that is too late.
        @WithDefault("2100-01-01T00:00:00Z")
        Instant notAfter();
    }

    /// Settings of one topic; each overrides that of all topics.
    interface OfTopic {
        /// The schema file; a relative path starts at the schema directory.
        Optional<Path> schema();

        /// See [LandedTopicsConfig#layout].
        Optional<String> layout();

        /// See [LandedTopicsConfig#window].
        Optional<Duration> window();

        /// See [LandedTopicsConfig#files].
        Optional<FileForm> files();

        /// See [LandedTopicsConfig#codec].
        Optional<String> codec();

        /// The era of the topic's objects. A higher number than before opens a new era beside the former
        /// ones: for a topic that was created again, for another group, or to land records again. An era that
        /// was left stays closed.
        @WithDefault("0")
        int era();

        /// Kafka's timestamp of the first record of an era after the first; without it, the era begins with
        /// the earliest record.
        Optional<Instant> landFrom();
    }
}
