package smartcity.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.sink.SinkProcess.Options;
import smartcity.sink.store.StubS3Server;
import smartcity.sink.store.StubS3Server.Fault;
import smartcity.sink.store.StubS3Server.Step;

/// The packaged sink with a token file and a role instead of credentials, as in a pod with its own service account.
@Tag("long")
class WebIdentityIT {
    private static final String ROLE = "arn:aws:iam::123456789012:role/sink";

    /// So short that the client requests new credentials before its next request.
    private static final Duration SHORT_LIFE = Duration.ofSeconds(2);

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private HttpServer sts;

    @TempDir
    private Path folder;

    @BeforeEach
    void startSts() throws IOException {
        sts = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sts.createContext("/", this::assumeRole);
        sts.start();
    }

    @AfterEach
    void stopSts() {
        sts.stop(0);
    }

    private void assumeRole(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = """
                    <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
                    <AssumeRoleWithWebIdentityResult>
                    <Credentials><AccessKeyId>%s</AccessKeyId><SecretAccessKey>%s</SecretAccessKey>
                    <SessionToken>session-%d</SessionToken><Expiration>%s</Expiration></Credentials>
                    <AssumedRoleUser><Arn>%s</Arn><AssumedRoleId>id:sink</AssumedRoleId></AssumedRoleUser>
                    </AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>""".formatted(
                            LocalBucket.ACCESS_KEY,
                            LocalBucket.SECRET_KEY,
                            requests.size(),
                            Instant.now().plus(SHORT_LIFE),
                            ROLE)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Test
    void getsCredentialsFromStsByItsTokenAndNewOnesWhenTheyExpire() throws IOException {
        Path token = Files.writeString(folder.resolve("token"), "a.web.token");
        LocalBucket unused = LocalBucket.create();
        try (StubS3Server s3 = StubS3Server.start()) {
            s3.fail(Step.PUT, new Fault.Answer(400, "ExpiredToken"));
            Map<String, String> environment = Map.of(
                    "QUARKUS_S3_ENDPOINT_OVERRIDE",
                    s3.endpoint().toString(),
                    "AWS_ACCESS_KEY_ID",
                    "",
                    "AWS_SECRET_ACCESS_KEY",
                    "",
                    "AWS_ROLE_ARN",
                    ROLE,
                    "AWS_WEB_IDENTITY_TOKEN_FILE",
                    token.toString(),
                    "AWS_ENDPOINT_URL_STS",
                    "http://127.0.0.1:" + sts.getAddress().getPort());

            try (SinkProcess sink = SinkProcess.start(
                    "127.0.0.1:9", unused, folder.resolve("sink.log"), new Options(Map.of(), environment, List.of()))) {
                await().atMost(Duration.ofSeconds(60))
                        .untilAsserted(() -> assertThat(sink.logged()).contains("Reached bucket"));
            }

            assertThat(s3.seen()).allSatisfy(request -> {
                assertThat(request.header("x-amz-security-token")).startsWith("session-");
                assertThat(request.header("Authorization")).contains("Credential=" + LocalBucket.ACCESS_KEY);
            });
            assertThat(s3.seen().getFirst().header("x-amz-security-token")).isEqualTo("session-1");
            assertThat(s3.last(Step.COMPLETE).header("x-amz-security-token")).isNotEqualTo("session-1");
        }

        assertThat(requests)
                .hasSizeGreaterThan(1)
                .allSatisfy(question -> assertThat(question)
                        .contains("Action=AssumeRoleWithWebIdentity")
                        .contains("WebIdentityToken=a.web.token")
                        .contains("role%2Fsink"));
    }
}
