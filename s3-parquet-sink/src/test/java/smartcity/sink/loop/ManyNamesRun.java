package smartcity.sink.loop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.TopicPartition;
import smartcity.sink.cut.Layout;
import smartcity.sink.loop.LandedRanges.Last;
import smartcity.sink.store.ObjectSettings;
import smartcity.sink.store.RequestTimeouts;
import smartcity.sink.store.S3ObjectStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Finds the last range among millions of names, in a process of its own whose heap is bounded. The bucket is a server
/// that makes each page of names when it is requested. Prints the range.
final class ManyNamesRun {
    private static final int PAGES = 5_000;
    private static final int NAMES_OF_PAGE = 1_000;

    private ManyNamesRun() {}

    public static void main(String... args) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", ManyNamesRun::answer);
        server.start();
        try (S3ObjectStore store =
                store(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))) {
            LandedRanges ranges = new LandedRanges(new BucketUploads(
                    store,
                    Runnable::run,
                    new LoopContext(Clock.systemUTC(), new Random(1), _ -> {}, _ -> {}, new MemoryBudget(1)),
                    new RetryBackoff(Duration.ofMillis(1), Duration.ofMillis(1))));
            Last last = new Last.Unknown("");
            while (last instanceof Last.Unknown) {
                last = ranges.of(new TopicPartition("t", 0), Layout.byHour(""));
                LockSupport.parkNanos(1_000_000);
            }
            if (last instanceof Last.Found(var range, var _, var _)) {
                System.out.println("the last of " + PAGES * NAMES_OF_PAGE + " names is [" + range.start() + ", "
                        + range.end() + ")");
            }
        } finally {
            server.stop(0);
        }
    }

    private static S3ObjectStore store(URI endpoint) {
        return S3ObjectStore.open(
                S3Client.builder()
                        .httpClient(UrlConnectionHttpClient.create())
                        .endpointOverride(endpoint)
                        .region(Region.EU_WEST_2)
                        .forcePathStyle(true)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret"))),
                "lake",
                ObjectSettings.DEFAULT,
                RequestTimeouts.within(Duration.ofSeconds(20)));
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String query = String.valueOf(exchange.getRequestURI().getQuery());
            byte[] body = query.contains("prefix=data/t/") ? page(query) : nothing();
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(200, head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static byte[] page(String query) {
        int number = query.contains("continuation-token=")
                ? Integer.parseInt(query.replaceAll(".*continuation-token=(\\d+).*", "$1"))
                : 0;
        StringBuilder page = new StringBuilder("<ListBucketResult><IsTruncated>" + (number + 1 < PAGES)
                + "</IsTruncated><NextContinuationToken>" + (number + 1) + "</NextContinuationToken>");
        for (int i = 0; i < NAMES_OF_PAGE; i++) {
            long offset = (long) number * NAMES_OF_PAGE + i;
            page.append("<Contents><Key>data/t/date=2026-11-23/hour=10/t-0-%d-%d.parquet</Key></Contents>"
                    .formatted(offset, offset));
        }
        return page.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] nothing() {
        return "<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>".getBytes(StandardCharsets.UTF_8);
    }
}
