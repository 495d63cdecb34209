package smartcity.incident;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body that raises an incident, as OpenAPI describes it.
@Schema(description = "The incident to raise; its place is given by km, or by latitude and longitude")
record IncidentRequest(
        @Schema(
                required = true,
                enumeration = {"Accident", "Fire", "Medical", "Police"})
        String type,

        @Schema(description = "Distance from the London end in km", minimum = "0", examples = "80.5") @Nullable
        Double km,

        @Schema(description = "Within a kilometre of the road") @Nullable
        Double latitude,

        @Schema(description = "Within a kilometre of the road") @Nullable
        Double longitude,

        @Schema(
                required = true,
                enumeration = {"northbound", "southbound"})
        String carriageway,

        @Schema(
                required = true,
                minimum = "0",
                description =
                        "Lanes closed at first, at most the lanes of the carriageway; they open again one after the other")
        int lanesClosed,

        @Schema(defaultValue = "PT35M", description = "How long it lasts, PT5M to PT4H of simulated time") @Nullable
        String duration) {}
