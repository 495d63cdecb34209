package smartcity.view.frame;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import smartcity.event.Location;
import smartcity.road.Junction;
import smartcity.road.Road;
import smartcity.road.RoadSection;
import smartcity.view.speed.RoadSpeeds;

/// The road as JSON for the page: its line, sections, junctions, and the limit of each kilometre.
public final class RoadJson {
    /// Between two points of the line [m]; chosen: at the closest zoom a bend still looks smooth.
    private static final double STEP_METRES = 100;

    /// Points are whole multiples of this [deg]: about a metre.
    private static final double UNIT_DEGREES = 1e-5;

    private RoadJson() {}

    /// The document.
    public static ObjectNode of(Road road, RoadSpeeds speeds) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("lengthMetres", road.lengthMetres())
                .put("stepMetres", STEP_METRES)
                .put("unitDegrees", UNIT_DEGREES);
        line(road, json.putArray("line"));
        ArrayNode sections = json.putArray("sections");
        for (RoadSection section : road.sections()) {
            sections.addObject()
                    .put("road", section.road())
                    .put("from", section.fromMetres())
                    .put("to", section.toMetres())
                    .put("lanes", section.lanes())
                    .put("limit", Math.round(section.limitKmh()));
        }
        ArrayNode junctions = json.putArray("junctions");
        for (Junction junction : road.junctions()) {
            junctions
                    .addObject()
                    .put("road", junction.road())
                    .put("name", junction.name())
                    .put("at", junction.chainageMetres());
        }
        ArrayNode limits = json.putArray("limits");
        for (int cell = 0; cell < speeds.cells(); cell++) {
            limits.add(Math.round(speeds.limitKmh(cell)));
        }
        return json;
    }

    /// Latitude and longitude alternately: the first point, then the differences to the point before.
    private static void line(Road road, ArrayNode line) {
        long latitude = 0;
        long longitude = 0;
        int points = (int) Math.ceil(road.lengthMetres() / STEP_METRES) + 1;
        for (int point = 0; point < points; point++) {
            Location location = road.locationAt(Math.min(point * STEP_METRES, road.lengthMetres()));
            long nextLatitude = Math.round(location.latitude() / UNIT_DEGREES);
            long nextLongitude = Math.round(location.longitude() / UNIT_DEGREES);
            line.add(nextLatitude - latitude).add(nextLongitude - longitude);
            latitude = nextLatitude;
            longitude = nextLongitude;
        }
    }
}
