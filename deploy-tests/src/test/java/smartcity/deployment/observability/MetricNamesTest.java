package smartcity.deployment.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds dashboards and rules to metrics that the manual lists, and the manual to those of the code.
class MetricNamesTest {
    private static final MetricTable MANUAL = MetricTable.ofManual();

    @Test
    void theManualListsTheMetersOfTheCode() {
        Set<String> meters = CodeMeters.names();

        assertThat(meters).hasSizeGreaterThan(30);
        assertThat(MANUAL.ownMeters()).isEqualTo(meters);
    }

    @Test
    void dashboardsReadMetricsThatExist() {
        List<MetricQuery> queries = GrafanaDashboard.all().stream()
                .flatMap(dashboard -> dashboard.queries().stream())
                .toList();

        assertThat(queries).hasSizeGreaterThan(40);
        assertThat(unknown(queries)).isEmpty();
    }

    @Test
    void alertsReadMetricsThatExist() {
        List<MetricQuery> queries =
                AlertRule.all().stream().map(AlertRule::query).toList();

        assertThat(queries).hasSizeGreaterThan(15);
        assertThat(unknown(queries)).isEmpty();
    }

    @Test
    void everyMetricOfTheServicesIsShown() {
        Set<String> shown = new TreeSet<>();

        Stream.concat(
                        GrafanaDashboard.all().stream().flatMap(dashboard -> dashboard.queries().stream()),
                        AlertRule.all().stream().map(AlertRule::query))
                .forEach(query -> shown.addAll(query.metrics()));

        Set<String> meters = new TreeSet<>();
        shown.forEach(name -> meters.add(name.replaceFirst("_(?:total|seconds_bucket)$", "")));
        assertThat(meters).containsAll(MANUAL.ownMeters());
    }

    @Test
    void findsTheMetricsOfAQuery() {
        MetricQuery query = new MetricQuery("here", """
                histogram_quantile(0.5, sum by (le) (rate(sink_flush_seconds_bucket{topic=~"a|b"}[$__rate_interval])))
                and on (topic) (up{job="x"} == bool 1 or max_over_time(sink_laag_offsets[5m]) > 1e3)""");

        assertThat(query.metrics()).containsExactly("sink_flush_seconds_bucket", "sink_laag_offsets", "up");
        assertThat(unknown(List.of(query))).containsExactly("here: sink_laag_offsets");
    }

    @Test
    void findsMetersOfTheCodeThatTheManualLacks() {
        Set<String> names = new TreeSet<>();

        CodeMeters.namesIn("meters.gauge(\"sink.new.offsets\", this); meters.counter(\"sink.records\");", names);

        assertThat(names).containsExactly("sink_new_offsets", "sink_records");
        assertThat(new MetricTable(Map.of("sink_records_total", "counter", "up", "gauge")).ownMeters())
                .containsExactly("sink_records");
    }

    private static List<String> unknown(List<MetricQuery> queries) {
        Set<String> series = MANUAL.series();
        return queries.stream()
                .flatMap(query -> query.metrics().stream()
                        .filter(name -> !series.contains(name))
                        .map(name -> query.place() + ": " + name))
                .toList();
    }
}
