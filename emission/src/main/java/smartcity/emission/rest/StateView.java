package smartcity.emission.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import smartcity.emission.state.LastReports;
import smartcity.event.CityTopic;
import smartcity.event.EmergencyReport;
import smartcity.event.Event;
import smartcity.event.EventJson;
import smartcity.event.GpsFix;
import smartcity.event.Location;
import smartcity.event.TrafficReport;
import smartcity.event.VehicleTelemetry;
import smartcity.event.WeatherObservation;

/// The state as records in the form of their topics, or as features on the map. Safe for use by several threads.
final class StateView {
    /// Left out of lists, where images would be most of the answer.
    private static final String IMAGE = "snapshot";

    private record KeyedEvent(String key, Event event) {}

    private final LastReports state;
    private final EventJson events = new EventJson();
    private final ObjectMapper json = new ObjectMapper();

    StateView(LastReports state) {
        this.state = state;
    }

    /// The items of a topic that are selected, in order of their keys.
    ///
    /// @param now simulated instant
    ItemPage items(CityTopic topic, StateQuery selection, Instant now) {
        List<KeyedEvent> selected = selected(topic, selection);
        List<KeyedEvent> page = page(selected, selection);
        return new ItemPage(
                EventJson.format(now),
                selected.size() - page.size(),
                selected.size() == page.size() ? null : page.getLast().key(),
                page.stream().map(item -> listed(item.event())).toList());
    }

    /// The same as features on the map.
    FeatureCollection features(CityTopic topic, StateQuery selection, Instant now) {
        List<KeyedEvent> selected = selected(topic, selection);
        List<KeyedEvent> page = page(selected, selection);
        return new FeatureCollection(
                "FeatureCollection",
                EventJson.format(now),
                selected.size() - page.size(),
                selected.size() == page.size() ? null : page.getLast().key(),
                page.stream()
                        .map(item ->
                                FeatureCollection.Feature.of(item.key(), placeOf(item.event()), listed(item.event())))
                        .toList());
    }

    /// One item with its image; empty when there is none.
    Optional<ObjectNode> item(CityTopic topic, String key) {
        return state.last(topic, key).map(this::record);
    }

    /// The same as a feature on the map.
    Optional<FeatureCollection.Feature> feature(CityTopic topic, String key) {
        return state.last(topic, key).map(event -> FeatureCollection.Feature.of(key, placeOf(event), record(event)));
    }

    private List<KeyedEvent> selected(CityTopic topic, StateQuery selection) {
        BoundingBox area = selection.area();
        Optional<String> from = selection.from();
        return state.keys(topic).stream()
                .filter(key -> from.isEmpty() || key.compareTo(from.get()) > 0)
                .flatMap(key -> state.last(topic, key).map(event -> new KeyedEvent(key, event)).stream())
                .filter(item -> area.holds(placeOf(item.event())))
                .toList();
    }

    private static List<KeyedEvent> page(List<KeyedEvent> selected, StateQuery selection) {
        return selected.subList(0, Math.min(selected.size(), selection.most()));
    }

    private ObjectNode listed(Event event) {
        ObjectNode record = record(event);
        record.remove(IMAGE);
        return record;
    }

    private ObjectNode record(Event event) {
        try {
            return (ObjectNode) json.readTree(events.encode(event));
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read the encoded event " + event.id(), e);
        }
    }

    private static Location placeOf(Event event) {
        return switch (event) {
            case VehicleTelemetry vehicle -> vehicle.location();
            case GpsFix fix -> fix.location();
            case TrafficReport report -> report.location();
            case WeatherObservation observation -> observation.location();
            case EmergencyReport report -> report.location();
        };
    }
}
