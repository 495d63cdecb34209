package smartcity.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorMappersTest {
    @ParameterizedTest
    @CsvSource({
        "400, Bad Request",
        "401, Unauthorized",
        "403, Forbidden",
        "404, Not Found",
        "405, Method Not Allowed",
        "406, Not Acceptable",
        "409, Conflict",
        "413, Request Entity Too Large",
        "415, Unsupported Media Type",
        "418, Error",
        "500, Internal Server Error",
        "503, Service Unavailable"
    })
    void answersAnErrorOfTheFrameworkWithoutItsMessage(int status, String title) throws Exception {
        Response answer = new HttpErrorMapper().toResponse(new WebApplicationException("at com.example.Type", status));

        assertProblem(answer, status, title);
        assertThat(read(answer).path("detail").asText()).isNotBlank().doesNotContain("com.example");
        assertThat(read(answer).has("field")).isFalse();
    }

    @Test
    void keepsTheHeaderAllowAndSaysIt() throws Exception {
        Response original = Response.status(405).header("Allow", "GET").build();

        Response answer = new HttpErrorMapper().toResponse(new WebApplicationException(original));

        assertThat(answer.getHeaderString("Allow")).isEqualTo("GET");
        assertThat(read(answer).path("detail").asText()).isEqualTo("This path supports GET only");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 304, 307})
    void leavesAResponseThatIsNoErrorAlone(int status) {
        Response original =
                Response.status(status).location(URI.create("/elsewhere")).build();

        assertThat(new HttpErrorMapper().toResponse(new WebApplicationException(original)))
                .isSameAs(original);
    }

    @Test
    void leavesAProblemDocumentAlone() throws Exception {
        WebApplicationException error =
                ProblemDocument.of(503, "Kafka does not answer").asException();

        Response answer = new HttpErrorMapper().toResponse(error);

        assertProblem(answer, 503, "Service Unavailable");
        assertThat(read(answer).path("detail").asText()).isEqualTo("Kafka does not answer");
    }

    @Test
    void answersAnUnknownPathWith404() throws Exception {
        assertProblem(new UnknownPathMapper().toResponse(new NotFoundException()), 404, "Not Found");
    }

    @Test
    void namesFieldRuleAndValueOfARefusal() throws Exception {
        Response answer = new RefusalMapper()
                .toResponse(new RequestRefusedException("limit", "must be a whole number within [1, 20000]", 0));

        assertProblem(answer, 400, "Bad Request");
        JsonNode problem = read(answer);
        assertThat(problem.path("detail").asText())
                .isEqualTo("limit must be a whole number within [1, 20000] but was 0");
        assertThat(problem.path("field").asText()).isEqualTo("limit");
        assertThat(problem.path("rule").asText()).isEqualTo("must be a whole number within [1, 20000]");
        assertThat(problem.path("value").asText()).isEqualTo("0");
    }

    @Test
    void answersAFailureWithoutItsCause() throws Exception {
        UriInfo request = (UriInfo) Proxy.newProxyInstance(
                UriInfo.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (_, _, _) -> "/stations");

        Response answer = new FailureMapper().toResponse(new IllegalStateException("at com.example.Type"), request);

        assertProblem(answer, 500, "Internal Server Error");
        assertThat(String.valueOf(answer.getEntity())).doesNotContain("com.example", "IllegalState");
    }

    private static void assertProblem(Response answer, int status, String title) throws Exception {
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getMediaType()).hasToString("application/problem+json");
        JsonNode problem = read(answer);
        assertThat(problem.path("type").asText()).isEqualTo("about:blank");
        assertThat(problem.path("title").asText()).isEqualTo(title);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
    }

    private static JsonNode read(Response answer) throws Exception {
        return new ObjectMapper().readTree(String.valueOf(answer.getEntity()));
    }
}
