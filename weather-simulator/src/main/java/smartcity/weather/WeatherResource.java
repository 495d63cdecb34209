package smartcity.weather;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import smartcity.emission.EmissionPace;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandReceipt;
import smartcity.http.JsonBody;
import smartcity.http.RequestRefusal;

/// Sets and clears the weather on parts of the road.
@Path("/weather")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Control", description = "Changes that all replicas follow within a second")
public class WeatherResource {
    private final CityCommands commands;
    private final WeatherCommands weatherCommands;
    private final EmissionPace pace;

    WeatherResource(CityCommands commands, WeatherCommands weatherCommands, EmissionPace pace) {
        this.commands = commands;
        this.weatherCommands = weatherCommands;
        this.pace = pace;
    }

    /// Sets the weather on a part of the road; its stations report it with their next observation.
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Sets the weather on a part of the road")
    @APIResponse(
            responseCode = "200",
            description = "Accepted; shows when the change takes effect",
            content = @Content(schema = @Schema(implementation = CommandReceipt.class)))
    public CommandReceipt set(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WeatherRequest.class)))
                    @Nullable
                    String body) {
        JsonBody request = JsonBody.read(body);
        weatherCommands.readSet(request);
        return commands.give(WeatherCommands.SET, request.fields());
    }

    /// Ends weather that a command set.
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Ends weather that was set, by the id in the receipt")
    @APIResponse(
            responseCode = "200",
            description = "Accepted; shows when the change takes effect",
            content = @Content(schema = @Schema(implementation = CommandReceipt.class)))
    @APIResponse(
            responseCode = "404",
            description = "It is over, or was never set",
            content = @Content(schema = @Schema(implementation = RequestRefusal.class)))
    public Response clear(@PathParam("id") String id) {
        return uuid(id).filter(command -> weatherCommands.weather().isActive(command, pace.now()))
                .map(command -> Response.ok(commands.give(
                        WeatherCommands.CLEAR,
                        new ObjectMapper().createObjectNode().put(WeatherCommands.ID, command.toString()))))
                .orElseGet(() -> Response.status(Response.Status.NOT_FOUND)
                        .entity(new RequestRefusal("id", "must be the id of weather that is set", id)))
                .build();
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
