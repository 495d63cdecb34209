package smartcity.emission.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandsStatus;
import smartcity.http.RequestRefusedException;

/// Shows which commands a simulator has received.
@Path("/simulator/commands")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = StateApi.CONTROL)
public class CommandsResource {
    /// Most commands of one answer [chosen].
    private static final int MOST = 1_000;

    private final CityCommands commands;

    CommandsResource(CityCommands commands) {
        this.commands = commands;
    }

    /// The commands of this city until now, a part of them.
    @GET
    @Operation(summary = "The commands that this process has received, those of other services included")
    public CommandsStatus status(
            @QueryParam("from")
                    @Parameter(
                            description = "Number of the first command of the answer: `next` of the previous answer",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", defaultValue = "0"))
                    @Nullable
                    String from,
            @QueryParam("limit")
                    @Parameter(
                            description = "Most commands of the answer",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "1000",
                                            defaultValue = "1000"))
                    @Nullable
                    String limit) {
        return commands.status(number("from", from, 0, 0, Long.MAX_VALUE), (int) number("limit", limit, MOST, 1, MOST));
    }

    private static long number(String name, @Nullable String text, long absent, long least, long most) {
        if (text == null) {
            return absent;
        }
        try {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // refused below, as a number out of range is
        }
        throw new RequestRefusedException(name, "must be a whole number within [%d, %d]".formatted(least, most), text);
    }
}
