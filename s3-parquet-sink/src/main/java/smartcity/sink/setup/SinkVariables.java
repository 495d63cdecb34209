package smartcity.sink.setup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/// The environment variables that set something of the sink.
public final class SinkVariables {
    private static final String PREFIX = "SINK_";

    /// What Kubernetes sets for a service whose name begins with `sink`. Source: Kubernetes documentation, "Service",
    /// environment variables.
    private static final Pattern OF_KUBERNETES = Pattern.compile(
            "SINK_(.+_)?(SERVICE_(HOST|PORT(_\\w+)?)|PORT(_\\d+_(TCP|UDP|SCTP)(_(PROTO|PORT|ADDR))?)?)");

    /// The number of an element at the end of a list's variable.
    private static final Pattern ELEMENT = Pattern.compile("_\\d+_?$");

    private final Set<String> known = new TreeSet<>();
    private final TopicVariables ofTopics;

    /// @param topics whose names are known
    /// @param settings names of all settings of the sink
    SinkVariables(Collection<String> topics, Set<String> settings) {
        this.ofTopics = new TopicVariables(topics);
        known.addAll(ofTopics.names());
        for (String name : settings) {
            if (name.startsWith("sink.") && !name.contains("*.")) {
                known.add(VariableName.of(name.replace("[*]", "")));
            }
        }
    }

    /// Those of this process.
    ///
    /// @param settings names of all settings of the sink
    /// @throws IllegalArgumentException when a variable with the sink's prefix sets nothing; the message names
    ///     each, one per line, with the nearest that does
    public static SinkVariables checked(Config config, Set<String> settings) {
        Set<String> topics =
                NamedTopics.of(name -> config.getOptionalValue(name, String.class), config.getPropertyNames());
        SinkVariables variables = new SinkVariables(topics, settings);
        List<String> refusals = variables.refusals(System.getenv());
        if (!refusals.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", refusals));
        }
        return variables;
    }

    /// Why variables are refused.
    List<String> refusals(Map<String, String> environment) {
        List<String> refusals = new ArrayList<>();
        for (String name : new TreeSet<>(environment.keySet())) {
            Set<String> settings = ofTopics.settings(name);
            if (settings.size() > 1) {
                refusals.add(name + " must set one topic but would set " + String.join(" and ", settings));
            } else if (name.startsWith(PREFIX) && !isKnown(name)) {
                refusals.add(name + " must be the variable of a setting; the nearest is " + nearest(name));
            }
        }
        return refusals;
    }

    private boolean isKnown(String name) {
        return known.contains(name)
                || known.contains(ELEMENT.matcher(name).replaceFirst(""))
                || OF_KUBERNETES.matcher(name).matches();
    }

    private String nearest(String name) {
        return known.stream()
                .min(Comparator.comparingInt(other -> distance(name, other)))
                .orElseThrow();
    }

    /// Insertions, deletions and replacements between both (Levenshtein).
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
