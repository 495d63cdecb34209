package smartcity.sink.setup;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import smartcity.setting.SettingNames;
import smartcity.setting.VariableName;

/// The environment variables that set something for one topic, `SINK_TOPIC_ORDER_LINES_WINDOW`. A variable alone does
/// not show which of its underscores stand for dots, so the names of the topics must be known.
final class TopicVariables {
    private static final String TOPIC = "sink.topic.";

    /// What follows the topic's name in its settings.
    private static final Set<String> ENDINGS = SettingNames.of(LandedTopicsConfig.class, RecordsConfig.class).stream()
            .filter(name -> name.startsWith(TOPIC + "*."))
            .map(name -> name.substring(TOPIC.length() + 2).replace("[*]", ""))
            .collect(Collectors.toUnmodifiableSet());

    /// Names of settings by the names of their variables.
    private final Map<String, Set<String>> settings = new TreeMap<>();

    TopicVariables(Collection<String> topics) {
        for (String topic : topics) {
            String quoted = topic.contains(".") ? '"' + topic + '"' : topic;
            for (String ending : ENDINGS) {
                settings.computeIfAbsent(VariableName.of(TOPIC + topic + "." + ending), _ -> new TreeSet<>())
                        .add(TOPIC + quoted + "." + ending);
            }
        }
    }

    /// All variables.
    Set<String> names() {
        return settings.keySet();
    }

    /// The settings that the variable stands for: several when the names of topics differ only in other characters than
    /// letters and digits; none when it is not a variable of a topic.
    Set<String> settings(String variable) {
        return settings.getOrDefault(variable, Set.of());
    }

    /// The values of settings that the environment has, by the settings' names.
    Map<String, String> values(Map<String, String> environment) {
        Map<String, String> values = new TreeMap<>();
        environment.forEach((variable, value) -> settings(variable).forEach(setting -> values.put(setting, value)));
        return values;
    }
}
