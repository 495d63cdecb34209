package smartcity.view;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import smartcity.http.ProblemDocument;
import smartcity.road.Road;
import smartcity.view.frame.RoadJson;
import smartcity.view.frame.StateJson;
import smartcity.view.lake.LakeHistory;
import smartcity.view.state.CameraReading;
import smartcity.view.trace.GpsTraces;

/// What the page asks for once, or of what is selected; all else comes from [EventStream].
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "View", description = "What the page shows")
public class PageStateResource {
    private final CityBroadcast broadcast;
    private final CityBroadcast.RoadState state;
    private final LakeHistory lake;
    private final GpsTraces traces;
    private final ObjectNode road;
    private final ObjectMapper json = new ObjectMapper();

    PageStateResource(
            CityBroadcast broadcast, CityBroadcast.RoadState state, LakeHistory lake, GpsTraces traces, Road road) {
        this.broadcast = broadcast;
        this.state = state;
        this.lake = lake;
        this.traces = traces;
        this.road = RoadJson.of(road, state.speeds());
    }

    /// The figures at the top of the page.
    @GET
    @Path("view/status")
    @Operation(summary = "Simulated time and the figures at the top of the page, at most a second old")
    public ObjectNode status() {
        return broadcast.status();
    }

    /// The road.
    @GET
    @Path("road")
    @Operation(summary = "The line, sections and junctions of the road, and the limit of each kilometre")
    public ObjectNode road() {
        return road;
    }

    /// The rows of the time-space diagram.
    @GET
    @Path("speeds/history")
    @Operation(summary = "The speeds of the last minutes, by kilometre and carriageway")
    public ArrayNode history() {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        state.history()
                .rows()
                .forEach(row -> rows.addArray()
                        .add(row.atMillis())
                        .add(Base64.getEncoder().encodeToString(row.speeds())));
        return rows;
    }

    /// Figures and objects of the lake.
    @GET
    @Path("lake/history")
    @Operation(summary = "Landed and waiting records of the last minutes by topic, and the last objects")
    public ObjectNode lake() {
        return lake.toJson();
    }

    /// The figures of a camera.
    @GET
    @Path("cameras/{id}")
    @Operation(summary = "The figures of a camera's last reports: event time, speed in km/h, vehicles per hour")
    public ArrayNode camera(@PathParam("id") String id) {
        return StateJson.history(find(id));
    }

    /// The last picture of a camera; it is sent again only when it has changed.
    @GET
    @Path("cameras/{id}.png")
    @Produces("image/png")
    @Operation(summary = "The last picture of a camera")
    public Response picture(@PathParam("id") String id, @Context Request request) {
        CameraReading camera = find(id);
        EntityTag tag = new EntityTag(camera.report().id());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null
                ? Response.ok(camera.report().snapshot().png()).tag(tag)
                : unchanged;
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }

    private CameraReading find(String id) {
        return state.readings().camera(id).orElseThrow(() -> unknown("No camera " + id + " has reported"));
    }

    /// The last record of a vehicle, and its GPS fixes while it is selected.
    @GET
    @Path("vehicles/{slot}")
    @Operation(summary = "The last record of the vehicle in a slot of the frame, and its GPS fixes")
    public ObjectNode vehicle(@PathParam("slot") int slot) {
        Optional<byte[]> record = state.vehicles().record(slot);
        Optional<String> deviceId = state.vehicles().deviceId(slot);
        if (record.isEmpty() || deviceId.isEmpty()) {
            throw unknown("No vehicle is in slot " + slot);
        }
        try {
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            answer.set("record", json.readTree(record.get()));
            answer.set("trace", traces.fixes(deviceId.get()));
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("Failed to read the record of vehicle " + deviceId.get(), e);
        }
    }

    /// The slot of a vehicle.
    @GET
    @Path("vehicles/by-id/{deviceId}")
    @Operation(summary = "The slot in which the frame shows a vehicle")
    public ObjectNode slot(@PathParam("deviceId") String deviceId) {
        return state.vehicles()
                .slot(deviceId)
                .map(slot -> JsonNodeFactory.instance.objectNode().put("slot", slot))
                .orElseThrow(() -> unknown("No vehicle " + deviceId + " has reported"));
    }

    private static RuntimeException unknown(String detail) {
        return ProblemDocument.of(404, detail).asException();
    }
}
