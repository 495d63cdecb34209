package smartcity.weather;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body that sets the weather, as OpenAPI describes it.
@Schema(description = "The weather to set on a part of the road; values that are not set stay natural")
record WeatherRequest(
        @Schema(
                required = true,
                minimum = "0",
                description = "London end of the part, in km from London",
                examples = "60")
        double fromKm,

        @Schema(required = true, description = "Birmingham end of the part, in km from London", examples = "110")
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

        @Schema(minimum = "0", maximum = "359.9", description = "Direction from which the wind blows in degrees")
        @Nullable
        Double windDirection,

        @Schema(
                minimum = "1",
                maximum = "100",
                description = "Relative humidity in percent; 100 with little wind is fog")
        @Nullable
        Double humidity) {}
