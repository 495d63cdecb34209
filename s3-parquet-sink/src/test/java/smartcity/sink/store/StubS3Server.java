package smartcity.sink.store;

import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The part of S3 over HTTP that the sink uses. It records every request and answers as a test demands.
public final class StubS3Server implements AutoCloseable {
    /// The region of a bucket that is not where it is looked for.
    static final String OTHER_REGION = "eu-central-1";

    /// The purpose of a request.
    public enum Step {
        PUT,
        HEAD,
        LIST,
        BEGIN,
        PART,
        COMPLETE,
        ABORT
    }

    /// A fault of one request.
    public sealed interface Fault {
        /// Nothing is done; the answer has that status and that code of S3.
        record Answer(int status, String code) implements Fault {}

        /// Nothing is done; no answer comes.
        record Hang() implements Fault {}

        /// Nothing is done; the connection ends in the middle of the body.
        record Disconnected() implements Fault {}

        /// It is done; the connection ends before the answer.
        record AnswerLost() implements Fault {}

        /// It is done; the answer says no more than that.
        record BareAnswer() implements Fault {}

        /// It is done; the answer says so with that header, in that body.
        record StrangeAnswer(String header, String value, String body) implements Fault {}
    }

    /// A request as it came.
    public record Seen(Step step, String path, Map<String, List<String>> headers, ByteBuffer body) {
        public @Nullable String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse(null);
        }
    }

    private record Stored(ByteBuffer content, Map<String, List<String>> headers) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<Step, Deque<Fault>> faults = new EnumMap<>(Step.class);
    private final Map<String, Stored> objects = new ConcurrentHashMap<>();
    private final Map<String, TreeMap<Integer, byte[]>> uploads = new ConcurrentHashMap<>();
    private final Map<String, Map<String, List<String>>> begun = new ConcurrentHashMap<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private int nextUpload;

    private StubS3Server(HttpServer server) {
        this.server = server;
    }

    public static StubS3Server start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            StubS3Server stub = new StubS3Server(server);
            server.setExecutor(stub.threads);
            server.createContext("/", stub::answer);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The next requests of that step fail, one after the other.
    public synchronized void fail(Step step, Fault... next) {
        faults.computeIfAbsent(step, _ -> new ArrayDeque<>()).addAll(Arrays.asList(next));
    }

    /// Every request so far, in order.
    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    /// The purposes of the requests so far, in order.
    List<Step> steps() {
        return seen.stream().map(Seen::step).toList();
    }

    /// The last request of that step.
    public Seen last(Step step) {
        return seen.stream().filter(one -> one.step() == step).toList().getLast();
    }

    byte @Nullable [] object(String path) {
        Stored stored = objects.get(path);
        return stored == null ? null : stored.content().array();
    }

    /// Uploads in parts that were begun, and neither completed nor aborted.
    int uploadsOpen() {
        return uploads.size();
    }

    private synchronized @Nullable Fault fault(Step step) {
        Deque<Fault> next = faults.get(step);
        return next == null ? null : next.poll();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Step step = step(exchange);
            Fault fault = fault(step);
            if (fault instanceof Fault.Disconnected) {
                exchange.getRequestBody().read();
                return;
            }
            ByteBuffer body = ByteBuffer.wrap(exchange.getRequestBody().readAllBytes());
            Seen request =
                    new Seen(step, exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body);
            seen.add(request);
            switch (fault) {
                case null -> done(request, exchange);
                case Fault.Answer(int status, String code) -> error(exchange, status, code);
                case Fault.Hang _ -> closing.await();
                case Fault.AnswerLost _ -> effect(request, exchange);
                case Fault.BareAnswer _ ->
                    send(exchange, effect(request, exchange).status(), "", "");
                case Fault.StrangeAnswer(String header, String value, String text) -> {
                    exchange.getResponseHeaders().set(header, value);
                    send(exchange, effect(request, exchange).status(), text, "");
                }
                case Fault.Disconnected _ -> throw new IllegalStateException("cut before");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Step step(HttpExchange exchange) {
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        return switch (exchange.getRequestMethod()) {
            case "PUT" -> query.contains("partNumber") ? Step.PART : Step.PUT;
            case "HEAD" -> Step.HEAD;
            case "GET" -> Step.LIST;
            case "POST" -> query.contains("uploadId") ? Step.COMPLETE : Step.BEGIN;
            case "DELETE" -> Step.ABORT;
            case String other -> throw new IllegalStateException(other + " " + exchange.getRequestURI());
        };
    }

    private record Reply(int status, String body, String eTag) {
        Reply(int status, String body) {
            this(status, body, "");
        }
    }

    private void done(Seen request, HttpExchange exchange) throws IOException {
        Reply reply = effect(request, exchange);
        if (reply.status() >= 400) {
            error(exchange, reply.status(), reply.body());
        } else {
            send(exchange, reply.status(), reply.body(), reply.eTag());
        }
    }

    private synchronized Reply effect(Seen request, HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        String upload = query.replaceAll("^.*uploadId=([^&]*).*$", "$1");
        return switch (request.step()) {
            case PUT -> put(path, new Stored(ByteBuffer.wrap(content(request)), request.headers()), request);
            case HEAD -> head(path, exchange);
            case LIST -> new Reply(200, list());
            case BEGIN -> begin(path, request);
            case PART -> part(upload, Integer.parseInt(query.replaceAll("^.*partNumber=(\\d+).*$", "$1")), request);
            case COMPLETE -> complete(path, upload, request);
            case ABORT -> uploads.remove(upload) == null ? new Reply(404, "NoSuchUpload") : new Reply(204, "");
        };
    }

    private Reply put(String path, Stored object, Seen request) {
        if ("*".equals(request.header("If-None-Match")) && objects.containsKey(path)) {
            return new Reply(412, "PreconditionFailed");
        }
        objects.put(path, object);
        return new Reply(200, "", md5(object.content().array()));
    }

    private Reply head(String path, HttpExchange exchange) {
        Stored stored = objects.get(path);
        if (stored == null) {
            return new Reply(404, "");
        }
        exchange.getResponseHeaders()
                .set("Content-Length", Integer.toString(stored.content().capacity()));
        stored.headers().forEach((name, values) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith("x-amz-meta-")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        return new Reply(200, "");
    }

    /// All keys of all buckets, in one page.
    private String list() {
        String keys = objects.keySet().stream()
                .map(path -> path.substring(path.indexOf('/', 1) + 1))
                .map(key -> "<Contents><Key>" + key + "</Key></Contents>")
                .collect(joining());
        return "<ListBucketResult><IsTruncated>false</IsTruncated>" + keys + "</ListBucketResult>";
    }

    private Reply begin(String path, Seen request) {
        String upload = "upload-" + ++nextUpload;
        uploads.put(upload, new TreeMap<>());
        begun.put(upload, request.headers());
        return new Reply(
                200,
                "<InitiateMultipartUploadResult><Key>" + path + "</Key><UploadId>" + upload
                        + "</UploadId></InitiateMultipartUploadResult>");
    }

    private Reply part(String upload, int number, Seen request) {
        TreeMap<Integer, byte[]> parts = uploads.get(upload);
        if (parts == null) {
            return new Reply(404, "NoSuchUpload");
        }
        parts.put(number, content(request));
        return new Reply(200, "", md5(content(request)));
    }

    private Reply complete(String path, String upload, Seen request) {
        TreeMap<Integer, byte[]> parts = uploads.get(upload);
        if (parts == null) {
            return new Reply(404, "NoSuchUpload");
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        ByteArrayOutputStream sums = new ByteArrayOutputStream();
        parts.values().forEach(part -> {
            whole.writeBytes(part);
            sums.writeBytes(HexFormat.of().parseHex(md5(part)));
        });
        Reply reply = put(
                path, new Stored(ByteBuffer.wrap(whole.toByteArray()), begun.getOrDefault(upload, Map.of())), request);
        if (reply.status() != 200) {
            return reply;
        }
        uploads.remove(upload);
        return new Reply(
                200,
                "<CompleteMultipartUploadResult><ETag>" + md5(sums.toByteArray()) + "-" + parts.size()
                        + "</ETag></CompleteMultipartUploadResult>");
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The body without the encoding in signed chunks that the SDK uses over plain HTTP.
    private static byte[] content(Seen request) {
        if (request.header("x-amz-decoded-content-length") == null) {
            return request.body().array();
        }
        byte[] body = request.body().array();
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int lineEnd = at;
            while (body[lineEnd] != '\r') {
                lineEnd++;
            }
            String line = new String(body, at, lineEnd - at, StandardCharsets.US_ASCII);
            int length = Integer.parseInt(line.replaceAll(";.*", ""), 16);
            if (length == 0) {
                return content.toByteArray();
            }
            content.write(body, lineEnd + 2, length);
            at = lineEnd + 2 + length + 2;
        }
    }

    private static void error(HttpExchange exchange, int status, String code) throws IOException {
        if (status == 301) {
            exchange.getResponseHeaders().set("x-amz-bucket-region", OTHER_REGION);
        }
        send(exchange, status, "<Error><Code>" + code + "</Code><Message>as scripted</Message></Error>", "");
    }

    private static void send(HttpExchange exchange, int status, String text, String eTag) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        if (!eTag.isEmpty()) {
            exchange.getResponseHeaders().set("ETag", '"' + eTag + '"');
        }
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(status, bodiless ? -1 : body.length);
        if (!bodiless) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.close();
    }
}
