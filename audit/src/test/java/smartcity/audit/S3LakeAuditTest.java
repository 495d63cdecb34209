package smartcity.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static smartcity.audit.HandmadeLake.all;
import static smartcity.audit.HandmadeLake.name;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.audit.lake.S3Lake;
import smartcity.audit.report.AuditFailedException;
import smartcity.audit.report.AuditReport;
import smartcity.audit.report.Finding;
import smartcity.audit.report.FindingKind;
import smartcity.audit.report.JsonAuditReport;
import smartcity.audit.report.TextAuditReport;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// The audit of a bucket, with the metadata that objects have in S3.
class S3LakeAuditTest {
    private static final String BUCKET = "lake";
    /// Far more rows than the end that opening a file fetches.
    private static final int MANY = 400_000;

    @TempDir
    private Path folder;

    private S3Proxy server;
    private S3Client client;
    private HandmadeLake local;

    @BeforeEach
    void startS3() throws Exception {
        Path buckets = Files.createDirectories(folder.resolve("s3"));
        Files.createDirectories(buckets.resolve(BUCKET));
        server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(buckets.toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "me", "secret")
                .build();
        server.start();
        client = client("secret");
        local = new HandmadeLake(folder.resolve("local"));
    }

    private S3Client client(String secret) {
        return S3Client.builder()
                .endpointOverride(URI.create("http://127.0.0.1:" + server.getPort()))
                .forcePathStyle(true)
                .region(Region.EU_WEST_2)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("me", secret)))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    @AfterEach
    void stopS3() throws Exception {
        client.close();
        server.stop();
    }

    private void store(String folderInData, String name, long records) {
        client.putObject(
                request -> request.bucket(BUCKET)
                        .key("city/data/" + folderInData + "/" + name)
                        .metadata(Map.of("records", Long.toString(records))),
                RequestBody.fromFile(local.file(folderInData, name)));
    }

    private AuditReport audit() {
        return new LakeAudit(new S3Lake(client, BUCKET), AuditScope.of("city/"), null, (_, _, _) -> {}).run();
    }

    @Test
    void readsLargeAndSmallObjectsByRanges() throws Exception {
        String wide = "SELECT hash(o)::VARCHAR || hash(o + 1) AS name, 0::INTEGER AS kafka_partition, o AS kafka_offset"
                + " FROM range(" + MANY + ") AS r(o)";
        local.object("things", name(0, MANY - 1), HandmadeLake.footer(0, MANY - 1), wide)
                .object("things", MANY, MANY + 9, all(MANY, MANY + 9));
        store("things", name(0, MANY - 1), MANY);
        store("things", name(MANY, MANY + 9), 10);

        AuditReport report = audit();

        assertThat(report.findings()).isEmpty();
        assertThat(report.topics().getFirst().partitions().getFirst().rows()).isEqualTo(MANY + 10);
        assertThat(report.lake()).isEqualTo("s3://lake/city/");
    }

    @Test
    void findsAnObjectWhoseMetadataCountsOtherRows() throws Exception {
        local.object("things", 0, 9, all(0, 9));
        store("things", name(0, 9), 11);

        AuditReport report = audit();

        assertThat(report.findings()).extracting(Finding::kind).containsExactly(FindingKind.ROW_COUNT);
        assertThat(report.findings().getFirst().sentence())
                .isEqualTo("ROW_COUNT things-0 offsets 0-9: 10 rows were read but its metadata says 11: "
                        + "city/data/things/things-0-0-9.parquet");
    }

    @Test
    void printsAsTextAndAsJson() throws Exception {
        local.object("things", 0, 1233, all(0, 1233)).object("things", 1240, 1241, 1240, 1241);
        store("things", name(0, 1233), 1234);
        store("things", name(1240, 1241), 2);

        AuditReport report = audit();

        assertThat(TextAuditReport.lines(report))
                .anySatisfy(line -> assertThat(line).matches("things +1 +2 +1,236 +0 +0 +[\\d,]+ +0 – 1,242 +1"))
                .contains("GAP things-0 offsets 1234-1239: no object has these offsets")
                .last()
                .satisfies(line -> assertThat(line).startsWith("Not clean: 1 findings; 2 objects and 1,236 rows"));
        JsonNode json = new ObjectMapper().readTree(JsonAuditReport.of(report));
        assertThat(json.get("clean").asBoolean()).isFalse();
        assertThat(json.at("/findings/0/kind").asText()).isEqualTo("GAP");
        assertThat(json.at("/findings/0/key").isNull()).isTrue();
        assertThat(json.at("/findings/0/first").asLong()).isEqualTo(1234);
        assertThat(json.at("/topics/0/partitions/0/rows").asLong()).isEqualTo(1236);
        assertThat(json.at("/topics/0/partitions/0/committed").isNull()).isTrue();
    }

    @Test
    void failsWithTheReasonWhenS3RefusesTheCredentials() {
        client.close();
        client = client("wrong");

        assertThatThrownBy(this::audit)
                .isInstanceOf(AuditFailedException.class)
                .hasMessageStartingWith("Failed to list s3://lake/city/data/: ")
                .hasMessageContaining("403");
    }
}
