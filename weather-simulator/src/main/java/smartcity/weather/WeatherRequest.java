package smartcity.weather;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body that sets the weather, as OpenAPI describes it.
@Schema(description = "Weather that is to come over a stretch of the road; what is not set stays as it would be")
record WeatherRequest(
        @Schema(
                required = true,
                minimum = "0",
                description = "London end of the stretch, in km from London",
                examples = "60")
        double fromKm,

        @Schema(required = true, description = "Birmingham end of the stretch, in km from London", examples = "110")
        double toKm,

        @Schema(defaultValue = "PT1H", description = "How long it lasts, PT1M to P7D of simulated time") @Nullable
        String duration,

        @Schema(minimum = "-30", maximum = "45", description = "Air temperature in degC") @Nullable
        Double temperature,

        @Schema(minimum = "0", maximum = "100", description = "Precipitation as water in mm/h; snow in cold air")
        @Nullable
        Double precipitation,

        @Schema(minimum = "0", maximum = "150", description = "Wind in km/h") @Nullable
        Double windSpeed,

        @Schema(minimum = "0", maximum = "359.9", description = "Where the wind comes from in degrees") @Nullable
        Double windDirection,

        @Schema(
                minimum = "1",
                maximum = "100",
                description = "Relative humidity in percent; 100 with little wind is fog")
        @Nullable
        Double humidity) {}
