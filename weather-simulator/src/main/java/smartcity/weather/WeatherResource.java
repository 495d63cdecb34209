package smartcity.weather;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import smartcity.emission.control.CityCommands;
import smartcity.emission.control.CommandReceipt;
import smartcity.emission.control.WeatherCommandForm;
import smartcity.emission.control.WeatherRequest;
import smartcity.emission.loop.EmissionPace;
import smartcity.emission.rest.StateApi;
import smartcity.emission.rest.StateResponses;

/// Sets and clears the weather on parts of the road.
@Path("/weather")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = StateApi.CONTROL)
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
    public CommandReceipt set(WeatherRequest request) {
        weatherCommands.requireOnRoad(request);
        return commands.issue(WeatherCommandForm.SET, request.toJson());
    }

    /// Ends weather that a command set.
    @DELETE
    @Path("/{id}")
    @Operation(summary = "Ends weather that was set, by the id in the receipt")
    public CommandReceipt clear(@PathParam("id") String id) {
        UUID weather = uuid(id).filter(set -> weatherCommands.weather().isActive(set, pace.now()))
                .orElseThrow(() -> StateResponses.unknown(id));
        return commands.issue(WeatherCommandForm.CLEAR, WeatherCommandForm.clearance(weather));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
