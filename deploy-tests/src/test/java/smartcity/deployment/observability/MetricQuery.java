package smartcity.deployment.observability;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A query in PromQL.
///
/// @param place where it stands, for messages
record MetricQuery(String place, String text) {
    /// What names no metric: text, labels, ranges, and the labels of aggregations and joins.
    private static final Pattern IGNORED = Pattern.compile(
            "\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");

    /// A name that no bracket follows: not a function.
    private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

    private static final Set<String> KEYWORDS = Set.of("and", "or", "unless", "bool", "offset");

    /// The metrics that it reads.
    Set<String> metrics() {
        Set<String> names = new TreeSet<>();
        Matcher name = NAME.matcher(IGNORED.matcher(text).replaceAll(" "));
        while (name.find()) {
            if (!KEYWORDS.contains(name.group())) {
                names.add(name.group());
            }
        }
        return names;
    }

    /// The query with a value for the variable that Grafana sets.
    MetricQuery withInterval(String interval) {
        return new MetricQuery(place, text.replace("$__rate_interval", interval));
    }
}
