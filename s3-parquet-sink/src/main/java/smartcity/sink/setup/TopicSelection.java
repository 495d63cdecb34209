package smartcity.sink.setup;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Which topics are landed: those that settings name, and those that match a pattern.
final class TopicSelection {
    private final Set<String> names;
    private final Optional<Pattern> pattern;

    private TopicSelection(Set<String> names, Optional<Pattern> pattern) {
        this.names = new TreeSet<>(names);
        this.pattern = pattern;
    }

    /// @param builtIn the topics that are landed when settings give neither names nor a pattern
    /// @throws IllegalArgumentException when the pattern is not a regular expression
    static TopicSelection of(LandedTopicsConfig config, Set<String> builtIn) {
        Optional<Pattern> pattern = config.topicsPattern().map(TopicSelection::compiled);
        Set<String> usual = pattern.isPresent() ? Set.of() : builtIn;
        return new TopicSelection(config.topics().map(Set::copyOf).orElse(usual), pattern);
    }

    private static Pattern compiled(String pattern) {
        try {
            return Pattern.compile(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "sink.topics-pattern must be a regular expression but was " + pattern + ": " + e.getDescription(),
                    e);
        }
    }

    /// The topics that settings name, sorted.
    Set<String> names() {
        return names;
    }

    /// Whether topics that settings do not name can be landed.
    boolean hasPattern() {
        return pattern.isPresent();
    }

    boolean lands(String topic) {
        return names.contains(topic)
                || pattern.filter(one -> one.matcher(topic).matches()).isPresent();
    }

    /// The names and the pattern, as a refusal shows them.
    @Override
    public String toString() {
        return names + pattern.map(one -> " and " + one).orElse("");
    }
}
