package smartcity.sink.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import smartcity.event.CityTopic;
import smartcity.setting.ServiceVariables;

/// The environment variables that set something of the sink.
public final class SinkVariables {
    private final ServiceVariables variables;
    private final TopicVariables ofTopics;

    /// @param topics whose names are known
    /// @param settings names of all settings of the sink
    SinkVariables(Collection<String> topics, Set<String> settings) {
        this.ofTopics = new TopicVariables(topics);
        this.variables = new ServiceVariables(
                settings,
                Stream.concat(
                                ofTopics.names().stream(),
                                Stream.of(CityTopic.values()).map(CityTopic::environmentVariable))
                        .toList());
    }

    /// Those of this process.
    ///
    /// @param settings names of all settings of the sink
    /// @throws IllegalArgumentException when a variable of the sink sets nothing; the message names
    ///     each, one per line, with the nearest that does
    public static SinkVariables checked(Config config, Set<String> settings) {
        Set<String> topics =
                NamedTopics.of(name -> config.getOptionalValue(name, String.class), config.getPropertyNames());
        SinkVariables variables = new SinkVariables(topics, settings);
        List<String> refusals = variables.refusals(System.getenv().keySet());
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", refusals));
        }
        return variables;
    }

    /// Why variables are refused.
    List<String> refusals(Set<String> environment) {
        List<String> refusals = new ArrayList<>();
        for (String name : new TreeSet<>(environment)) {
            Set<String> settings = ofTopics.settings(name);
            if (settings.size() > 1) {
                refusals.add(name + " must set one topic but would set " + String.join(" and ", settings));
            } else {
                variables.refusal(name).ifPresent(refusals::add);
            }
        }
        return refusals;
    }
}
