package smartcity.sink.setup;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;

/// Adds the settings of topics that come from the environment, under their real names: the environment's own
/// source does not find the topic `order_lines` in `SINK_TOPIC_ORDER_LINES_WINDOW`.
public final class TopicVariablesSource implements ConfigSourceFactory {
    /// Just above the environment itself, which has 300. Source: MicroProfile Config 3.1, "Default ConfigSources".
    private static final int ORDINAL = 301;

    private final Map<String, String> environment;

    /// Of this process.
    public TopicVariablesSource() {
        this(System.getenv());
    }

    TopicVariablesSource(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Set<String> topics = NamedTopics.of(
                name -> Optional.ofNullable(context.getValue(name)).map(ConfigValue::getValue), context::iterateNames);
        Map<String, String> values = new TopicVariables(topics).values(environment);
        return List.of(new PropertiesConfigSource(values, "environment variables of topics", ORDINAL));
    }
}
