package smartcity.emission.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smartcity.event.Location;

/// A part of the state as a FeatureCollection of RFC 7946, with the foreign members of [ItemPage].
///
/// @param type `FeatureCollection`
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A part of the state as a FeatureCollection of RFC 7946")
public record FeatureCollection(
        String type,
        String simulatedTime,
        int left,
        @Nullable String next,
        List<Feature> features) {

    /// One thing on the map.
    ///
    /// @param type `Feature`
    /// @param id the key of the thing
    /// @param properties its record without the location
    @Schema(description = "A Feature of RFC 7946")
    public record Feature(
            String type,
            String id,
            Point geometry,

            @Schema(
                    type = SchemaType.OBJECT,
                    implementation = Object.class,
                    description = "The record without its location")
            ObjectNode properties) {
        static Feature of(String id, Location place, ObjectNode record) {
            record.remove("location");
            return new Feature("Feature", id, Point.of(place), record);
        }
    }

    /// A place, longitude first.
    ///
    /// @param type `Point`
    /// @param coordinates longitude and latitude, to 1e-6 as in the records [deg]
    @Schema(description = "A Point of RFC 7946: longitude, latitude")
    public record Point(String type, List<Double> coordinates) {
        static Point of(Location place) {
            return new Point("Point", List.of(rounded(place.longitude()), rounded(place.latitude())));
        }

        private static double rounded(double degrees) {
            return Math.round(degrees * 1e6) / 1e6;
        }
    }
}
