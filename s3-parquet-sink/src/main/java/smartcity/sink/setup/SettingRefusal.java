package smartcity.sink.setup;

import java.util.function.Supplier;

/// Puts the name of a setting before the refusal of its value.
final class SettingRefusal {
    private SettingRefusal() {}

    /// Makes a value from settings below `parent`. Refusals begin with the last part of the setting's name.
    ///
    /// @throws IllegalArgumentException when a setting is refused; the message begins with its whole name
    static <T> T below(String parent, Supplier<T> made) {
        return prefixed(parent + ".", made);
    }

    /// Makes what lands a topic.
    ///
    /// @throws IllegalArgumentException when that is refused; the message names the topic
    static <T> T ofTopic(String topic, Supplier<T> made) {
        return prefixed("topic " + topic + ": ", made);
    }

    private static <T> T prefixed(String prefix, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(prefix + e.getMessage(), e);
        }
    }
}
