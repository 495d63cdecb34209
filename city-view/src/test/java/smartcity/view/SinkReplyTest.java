package smartcity.view;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class SinkReplyTest {
    private static final String JSON = "application/json";

    private static URI sink(int number) {
        return URI.create("http://10.0.0." + number + ":8084");
    }

    private static SinkReply done(int number, String body) {
        return new SinkReply(sink(number), 200, JSON, body);
    }

    private static SinkReply refused(int number, int status) {
        return new SinkReply(sink(number), status, JSON, "{\"detail\": \"not now\"}");
    }

    @Test
    void theAnswerOfTheOnlySinkIsPassedOn() {
        Response answer = SinkReply.together(List.of(refused(1, 503)));

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getEntity()).isEqualTo("{\"detail\": \"not now\"}");
    }

    @Test
    void whatAllHaveLandedAddsUp() {
        Response flushed = SinkReply.together(List.of(done(1, "{\"landed\": 3}"), done(2, "{\"landed\": 4}")));
        Response paused = SinkReply.together(List.of(done(1, "{\"paused\":true}"), done(2, "{\"paused\":true}")));

        assertThat(flushed.getEntity()).isEqualTo("{\"landed\":7}");
        assertThat(paused.getEntity()).isEqualTo("{\"paused\":true}");
    }

    @Test
    void eachSinkWhereItFailedIsNamed() {
        SinkReply late = SinkReply.silent(
                sink(3), new CompletionException(new HttpTimeoutException("timed out")), Duration.ofSeconds(40));

        Response answer = SinkReply.together(List.of(done(1, "{}"), refused(2, 503), late));

        assertThat(answer.getStatus()).isEqualTo(502);
        assertThat(String.valueOf(answer.getEntity()))
                .contains("1 of 3 sinks have done it: The sink at http://10.0.0.2:8084 answers 503: not now; "
                        + "The sink has not answered within 40 s at http://10.0.0.3:8084");
    }

    @Test
    void theStatusOfAllThatFailedIsThatOfTheAnswer() {
        assertThat(SinkReply.together(List.of(done(1, "{}"), refused(2, 503), refused(3, 503)))
                        .getStatus())
                .isEqualTo(503);
    }

    @Test
    void aMissingTokenIsAskedForWhateverElseFailed() {
        SinkReply away = SinkReply.silent(sink(1), new ConnectException("refused"), Duration.ofSeconds(2));

        assertThat(SinkReply.together(List.of(away, refused(2, 401))).getStatus())
                .isEqualTo(401);
    }
}
