package smartcity.emission.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import smartcity.http.RequestRefusedException;

/// Which part of the state a request selects, and in which form.
public class StateQuery {
    /// Most items of one answer; all vehicles of the road at its peak fit in.
    private static final int MOST = 20_000;

    private static final int DEFAULT = 1_000;

    /// Most characters of an id; chosen: several times those of any id here.
    private static final int LONGEST_ID = 200;

    /// West, south, east and north edge [deg].
    @QueryParam("bbox")
    @Parameter(
            description = "Only items in this part of the map: west,south,east,north in degrees",
            example = "-1.4,51.9,-1.2,52.1")
    @Nullable
    public String bbox;

    /// Most items of the answer, 1 to 20,000.
    @QueryParam("limit")
    @Parameter(
            description = "Most items of the answer",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "20000", defaultValue = "1000"))
    @Nullable
    public String limit;

    /// The answer continues after this item.
    @QueryParam("after")
    @Parameter(description = "Continues after this item: `next` of the previous answer")
    @Nullable
    public String after;

    /// `json` or `geojson`; takes precedence over the header Accept.
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
            return DEFAULT;
        }
        try {
            int most = Integer.parseInt(limit);
            if (most >= 1 && most <= MOST) {
                return most;
            }
        } catch (NumberFormatException e) {
            // refused below, as a number out of range is
        }
        throw new RequestRefusedException("limit", "must be a whole number within [1, %d]".formatted(MOST), limit);
    }

    /// The id after which the answer continues; empty for an answer from the first item on.
    ///
    /// @throws RequestRefusedException when it cannot be an id
    Optional<String> from() {
        if (after != null && (after.isBlank() || after.length() > LONGEST_ID)) {
            throw new RequestRefusedException(
                    "after", "must have 1 to %d characters and not be blank".formatted(LONGEST_ID), after);
        }
        return Optional.ofNullable(after);
    }

    /// Whether the answer is GeoJSON.
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
