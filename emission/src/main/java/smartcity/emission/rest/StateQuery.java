package smartcity.emission.rest;

import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import smartcity.http.RequestRefusedException;

/// Which part of the state is asked for, and in which form.
public class StateQuery {
    /// Of one answer at most; all vehicles of the road at its peak fit in.
    private static final int MOST = 20_000;

    private static final int UNLESS_ASKED = 1_000;

    /// West, south, east and north edge [deg].
    @QueryParam("bbox")
    @Parameter(
            description = "Only what is in this part of the map: west,south,east,north in degrees",
            example = "-1.4,51.9,-1.2,52.1")
    @Nullable
    public String bbox;

    /// Items of the answer at most, 1 to 20,000.
    @QueryParam("limit")
    @Parameter(
            description = "Items of the answer at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "20000", defaultValue = "1000"))
    @Nullable
    public String limit;

    /// The answer goes on behind this item.
    @QueryParam("after")
    @Parameter(description = "Goes on behind this item: `next` of the answer before")
    @Nullable
    public String after;

    /// `json` or `geojson`, before what the request accepts.
    @QueryParam("format")
    @Parameter(
            description = "Form of the answer; without it the header Accept decides",
            schema = @Schema(enumeration = {"json", "geojson"}))
    @Nullable
    public String format;

    BoundingBox area() {
        return bbox == null ? BoundingBox.EVERYWHERE : BoundingBox.parse(bbox);
    }

    int most() {
        if (limit == null) {
            return UNLESS_ASKED;
        }
        try {
            int asked = Integer.parseInt(limit);
            if (asked >= 1 && asked <= MOST) {
                return asked;
            }
        } catch (NumberFormatException e) {
            // refused below, as a number out of range is
        }
        throw new RequestRefusedException("limit", "must be a whole number within [1, %d]".formatted(MOST), limit);
    }

    String from() {
        return after == null ? "" : after;
    }

    /// Whether GeoJSON is wanted.
    ///
    /// @param accepted whether the request accepts GeoJSON rather than JSON
    boolean geo(boolean accepted) {
        if (format == null) {
            return accepted;
        }
        return switch (format) {
            case "geojson" -> true;
            case "json" -> false;
            default -> throw new RequestRefusedException("format", "must be one of [json, geojson]", format);
        };
    }
}
