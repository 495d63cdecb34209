package smartcity.emission.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A part of the state.
///
/// @param simulatedTime the simulated instant of the answer
/// @param left selected items that did not fit in
/// @param next the value of `after` that continues with them; null when there are none
/// @param items records in the form of their topic
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A part of the state")
public record ItemPage(
        @Schema(description = "The simulated instant of the answer", format = "date-time")
        String simulatedTime,

        @Schema(description = "Selected items that did not fit in")
        int left,

        @Schema(description = "The value of `after` that continues with them") @Nullable
        String next,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = Object.class,
                description = "Records, by the JSON Schema of their topic")
        List<ObjectNode> items) {}
