package smartcity.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import smartcity.http.ProblemDocument;

/// What one sink has replied.
///
/// @param status of HTTP; 502 or 504 when the sink did not answer
/// @param type of the body
/// @param body JSON; of a sink that did not answer, a problem document that says so
record SinkReply(URI sink, int status, String type, String body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static SinkReply of(URI sink, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse(MediaType.APPLICATION_JSON);
        return new SinkReply(sink, answer.statusCode(), type, answer.body());
    }

    /// @param timeout that the request had
    static SinkReply silent(URI sink, Throwable failure, Duration timeout) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        boolean late = failure instanceof HttpTimeoutException || cause instanceof HttpTimeoutException;
        ProblemDocument problem = late
                ? ProblemDocument.of(504, "The sink has not answered within " + timeout.toSeconds() + " s at " + sink)
                : ProblemDocument.of(502, "The sink does not answer at " + sink);
        String body = JSON.valueToTree(problem).toString();
        return new SinkReply(sink, problem.status(), ProblemDocument.MEDIA_TYPE, body);
    }

    boolean isDone() {
        return status / 100 == 2;
    }

    /// The body; nothing when it is no JSON.
    JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.missingNode();
        }
    }

    /// Why it was not done, in words for people that name the sink.
    String failure() {
        String detail = json().path("detail").asText();
        if (detail.contains(sink.toString())) {
            return detail;
        }
        return "The sink at " + sink + " answers " + status + (detail.isEmpty() ? "" : ": " + detail);
    }

    /// The replies of all sinks to a change as one answer: that of the only sink; what all have landed; or
    /// a problem that names each sink where the change failed, with the status of those if it is one. A
    /// token that is missing is said first, as all sinks have the same.
    ///
    /// @param replies at least one
    static Response together(List<SinkReply> replies) {
        SinkReply first = replies.getFirst();
        List<SinkReply> failed =
                replies.stream().filter(reply -> !reply.isDone()).toList();
        if (replies.size() == 1 || failed.isEmpty()) {
            return Response.status(first.status)
                    .type(first.type)
                    .entity(replies.size() == 1 ? first.body : sumOf(replies))
                    .build();
        }
        List<Integer> statuses =
                failed.stream().map(SinkReply::status).distinct().toList();
        String reasons = failed.stream().map(SinkReply::failure).collect(Collectors.joining("; "));
        int status = statuses.contains(401) ? 401 : statuses.size() == 1 ? statuses.getFirst() : 502;
        return ProblemDocument.of(
                        status,
                        "%d of %d sinks have done it: %s"
                                .formatted(replies.size() - failed.size(), replies.size(), reasons))
                .response()
                .build();
    }

    private static String sumOf(List<SinkReply> replies) {
        JsonNode first = replies.getFirst().json();
        if (!first.has("landed")) {
            return first.toString();
        }
        long landed = replies.stream()
                .mapToLong(reply -> reply.json().path("landed").asLong())
                .sum();
        return JsonNodeFactory.instance.objectNode().put("landed", landed).toString();
    }
}
