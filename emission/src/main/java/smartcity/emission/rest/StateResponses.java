package smartcity.emission.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.Optional;
import smartcity.emission.loop.EmissionPace;
import smartcity.emission.state.LastReports;
import smartcity.event.CityTopic;
import smartcity.http.ProblemDocument;
import smartcity.http.RequestRefusal;

/// Answers requests for the state of what this process simulates.
@Singleton
public class StateResponses {
    /// RFC 7946, section 12.
    public static final String GEO_JSON = "application/geo+json";

    private static final MediaType GEO_JSON_TYPE = MediaType.valueOf(GEO_JSON);

    private final StateView view;
    private final EmissionPace pace;
    private final ObjectMapper json;

    StateResponses(LastReports reports, EmissionPace pace, ObjectMapper json) {
        this.view = new StateView(reports);
        this.pace = pace;
        this.json = json;
    }

    /// All items of a topic that are selected.
    public Response all(CityTopic topic, StateQuery selection, HttpHeaders request) {
        return selection.geo(acceptsGeo(request))
                ? answer(view.features(topic, selection, pace.now()), GEO_JSON_TYPE)
                : answer(view.items(topic, selection, pace.now()), MediaType.APPLICATION_JSON_TYPE);
    }

    /// One item; refused with 404 when this process has no report of it, or it is over.
    public Response one(CityTopic topic, String id, HttpHeaders request) {
        Optional<Response> found = acceptsGeo(request)
                ? view.feature(topic, id).map(feature -> answer(feature, GEO_JSON_TYPE))
                : view.item(topic, id).map(item -> answer(item, MediaType.APPLICATION_JSON_TYPE));
        return found.orElseThrow(() -> unknown(id));
    }

    /// The error of a request for an item that there is not.
    public static WebApplicationException unknown(String id) {
        return ProblemDocument.of(
                        404, new RequestRefusal("id", "must be the id of an item that this process reports", id))
                .asException();
    }

    /// Written here, because no writer answers for GeoJSON.
    private Response answer(Object entity, MediaType type) {
        try {
            return Response.ok(json.writeValueAsString(entity), type).build();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Failed to write the state", e);
        }
    }

    /// Whether the first of both forms that the request accepts is GeoJSON.
    private static boolean acceptsGeo(HttpHeaders request) {
        return request.getAcceptableMediaTypes().stream()
                .filter(type -> type.isCompatible(MediaType.APPLICATION_JSON_TYPE) || type.isCompatible(GEO_JSON_TYPE))
                .findFirst()
                .map(type -> !type.isCompatible(MediaType.APPLICATION_JSON_TYPE))
                .orElse(false);
    }
}
