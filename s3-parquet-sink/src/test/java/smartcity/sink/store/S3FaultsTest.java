package smartcity.sink.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import smartcity.sink.store.StubS3Server.Fault;
import smartcity.sink.store.StubS3Server.Step;

/// The outcomes of the store for every fault between it and the bucket.
class S3FaultsTest {
    /// Less than the time after which the HTTP client itself gives up an answer, 30 s.
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private static final Fault DOWN = new Fault.Answer(503, "SlowDown");

    private final StubS3Server s3 = StubS3Server.start();
    private final S3ObjectStore store = store(S3TestClients.ONE_ATTEMPT);

    @AfterEach
    void stop() {
        store.close();
        s3.close();
    }

    private S3ObjectStore store(RequestTimeouts timeouts) {
        return S3ObjectStore.open(
                S3TestClients.client(s3.endpoint(), "key", "secret"), "lake", ObjectSettings.DEFAULT, timeouts);
    }

    private static NewObject object(int bytes) {
        return new NewObject("data/a", 7, ObjectContent.of(new byte[bytes]));
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalError",
        "502, BadGateway",
        "503, SlowDown",
        "503, ServiceUnavailable",
        "504, GatewayTimeout",
        "429, TooManyRequests",
        "400, RequestTimeout",
        "400, Throttling",
        "400, KMS.ThrottlingException",
        "400, ExpiredToken",
        "400, BadDigest",
        "400, IncompleteBody",
        "403, RequestTimeTooSkewed",
        "409, ConditionalRequestConflict",
        "409, OperationAborted",
        "307, TemporaryRedirect"
    })
    void reportsThatItMayBeTriedAgain(int status, String code) {
        s3.fail(Step.PUT, new Fault.Answer(status, code));

        PutOutcome outcome = store.putIfAbsent(object(9));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PutOutcome.Unavailable.class,
                        failure -> assertThat(failure.reason()).startsWith("s3://lake/data/a: " + code));
        assertThat(store.putIfAbsent(object(9))).isEqualTo(new PutOutcome.Stored());
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchBucket",
        "403, AccessDenied",
        "403, AllAccessDisabled",
        "403, InvalidAccessKeyId",
        "403, SignatureDoesNotMatch",
        "400, InvalidToken",
        "400, KMS.DisabledException",
        "400, KMS.NotFoundException",
        "400, InvalidStorageClass",
        "301, PermanentRedirect",
        "401, ''",
        "501, NotImplemented"
    })
    void refusesWhatAnOperatorMustChange(int status, String code) {
        s3.fail(Step.PUT, new Fault.Answer(status, code));
        s3.fail(Step.BEGIN, new Fault.Answer(status, code));

        PutOutcome whole = store.putIfAbsent(object(9));
        PutOutcome inParts = store.inParts().putIfAbsent(object(9));

        for (PutOutcome outcome : new PutOutcome[] {whole, inParts}) {
            assertThat(outcome)
                    .isInstanceOfSatisfying(
                            PutOutcome.Refused.class,
                            failure -> assertThat(failure.reason()).startsWith("s3://lake/data/a: " + code));
        }
    }

    @Test
    void namesTheRegionOfABucketThatIsNotInTheOneOfTheSettings() {
        s3.fail(Step.PUT, new Fault.Answer(301, "PermanentRedirect"));

        PutOutcome outcome = store.putIfAbsent(object(9));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PutOutcome.Refused.class,
                        failure -> assertThat(failure.reason())
                                .startsWith("s3://lake/data/a: PermanentRedirect: ")
                                .endsWith("; the bucket is in region eu-central-1: set AWS_REGION=eu-central-1"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"BEGIN", "PART", "COMPLETE"})
    void leavesNoPartBehindAndBeginsAgainWhateverRequestFails(Step step) {
        s3.fail(step, DOWN);

        PutOutcome first = store.inParts().putIfAbsent(object(9));
        int left = s3.uploadsOpen();
        PutOutcome second = store.inParts().putIfAbsent(object(9));

        assertThat(first).isInstanceOf(PutOutcome.Unavailable.class);
        assertThat(left).isZero();
        assertThat(second).isEqualTo(new PutOutcome.Stored());
        assertThat(s3.object("/lake/data/a")).hasSize(9);
    }

    @Test
    void beginsTheUploadAgainAfterAConflict() {
        s3.fail(Step.COMPLETE, new Fault.Answer(409, "ConditionalRequestConflict"));

        PutOutcome first = store.inParts().putIfAbsent(object(9));
        PutOutcome second = store.inParts().putIfAbsent(object(9));

        assertThat(first).isInstanceOf(PutOutcome.Unavailable.class);
        assertThat(second).isEqualTo(new PutOutcome.Stored());
        assertThat(s3.steps())
                .containsExactly(
                        Step.BEGIN, Step.PART, Step.COMPLETE, Step.ABORT, Step.BEGIN, Step.PART, Step.COMPLETE);
    }

    @Test
    void treatsAnErrorInsideASuccessfulAnswerAsAFailure() {
        s3.fail(Step.COMPLETE, new Fault.Answer(200, "InternalError"));

        PutOutcome outcome = store.inParts().putIfAbsent(object(9));

        assertThat(outcome).isInstanceOf(PutOutcome.Unavailable.class);
        assertThat(s3.object("/lake/data/a")).isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"PUT", "BEGIN", "PART", "COMPLETE"})
    void doesNotTakeAnErrorThatIsAnsweredAsASuccessForOne(Step step) {
        S3ObjectStore way = step == Step.PUT ? store : store.inParts();
        s3.fail(step, new Fault.Answer(200, "InternalError"));

        PutOutcome first = way.putIfAbsent(object(9));
        PutOutcome second = way.putIfAbsent(object(9));

        assertThat(first).isInstanceOf(PutOutcome.Unavailable.class);
        assertThat(second).isEqualTo(new PutOutcome.Stored());
        assertThat(s3.object("/lake/data/a")).hasSize(9);
    }

    /// Taken for a listing, it would say that nothing has landed yet.
    @Test
    void doesNotTakeAnErrorThatIsAnsweredAsAListingForOne() {
        store.putIfAbsent(object(9));
        s3.fail(Step.LIST, new Fault.Answer(200, "InternalError"), new Fault.BareAnswer());
        List<String> keys = new ArrayList<>();

        ListOutcome error = store.list("data/", keys::add);
        ListOutcome nothing = store.list("data/", keys::add);
        ListOutcome listed = store.list("data/", keys::add);

        assertThat(List.of(error, nothing)).hasOnlyElementsOfType(ListOutcome.Unavailable.class);
        assertThat(listed).isEqualTo(new ListOutcome.Listed());
        assertThat(keys).containsExactly("data/a");
    }

    @Test
    void waitsWhenAnAnswerCannotBeUnderstood() {
        store.putIfAbsent(object(9));
        Fault date = new Fault.StrangeAnswer("Last-Modified", "yesterday", "");
        s3.fail(Step.HEAD, date);
        s3.fail(Step.PUT, new Fault.StrangeAnswer("x-amz-object-size", "nine", ""));
        s3.fail(
                Step.LIST,
                new Fault.StrangeAnswer(
                        "x-a",
                        "b",
                        "<ListBucketResult><Contents><Size>nine</Size></Contents>"
                                + "<IsTruncated>false</IsTruncated></ListBucketResult>"),
                new Fault.StrangeAnswer("x-a", "b", "no XML"));

        HeadOutcome head = store.head("data/a");
        PutOutcome put = store.putIfAbsent(new NewObject("data/b", 1, ObjectContent.of(new byte[2])));
        ListOutcome size = store.list("data/", _ -> {});
        ListOutcome text = store.list("data/", _ -> {});

        assertThat(head).isInstanceOf(HeadOutcome.Unavailable.class);
        assertThat(put).isInstanceOf(PutOutcome.Unavailable.class);
        assertThat(List.of(size, text)).hasOnlyElementsOfType(ListOutcome.Unavailable.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"PUT", "COMPLETE"})
    void looksForTheObjectWhenTheAnswerProvesNothing(Step step) {
        S3ObjectStore way = step == Step.PUT ? store : store.inParts();
        s3.fail(step, new Fault.BareAnswer());

        PutOutcome outcome = way.putIfAbsent(object(9));

        assertThat(outcome).isEqualTo(new PutOutcome.Stored());
        assertThat(s3.steps()).endsWith(step, Step.HEAD);
    }

    @Test
    void looksForNothingWhenTheAnswerProvesEnough() {
        store.putIfAbsent(object(9));
        store.inParts().putIfAbsent(new NewObject("data/b", 7, ObjectContent.of(new byte[9])));

        assertThat(s3.steps()).doesNotContain(Step.HEAD);
    }

    @Test
    void abortsLaterWhatItCouldNotAbortAtOnce() {
        S3ObjectStore inParts = store(S3TestClients.ONE_ATTEMPT).inParts();
        s3.fail(Step.PART, DOWN);
        s3.fail(Step.ABORT, DOWN);

        inParts.putIfAbsent(object(9));
        int left = s3.uploadsOpen();
        inParts.putIfAbsent(object(9));

        assertThat(left).isEqualTo(1);
        assertThat(s3.uploadsOpen()).isZero();
    }

    @Test
    void findsWhatWasStoredWhenOnlyTheAnswerWasLost() {
        s3.fail(Step.PUT, new Fault.AnswerLost());

        PutOutcome first = store.putIfAbsent(object(9));
        PutOutcome second = store.putIfAbsent(object(9));

        assertThat(first).isInstanceOf(PutOutcome.Unavailable.class);
        assertThat(second).isEqualTo(new PutOutcome.AlreadyThere(new StoredMetadata(OptionalLong.of(7), Map.of())));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            names = {"BEGIN", "PART", "COMPLETE"})
    void findsWhatWasStoredInPartsWhenOnlyTheAnswerWasLost(Step step) {
        S3ObjectStore inParts = store(S3TestClients.ONE_ATTEMPT).inParts();
        s3.fail(step, new Fault.AnswerLost());

        PutOutcome first = inParts.putIfAbsent(object(9));
        PutOutcome second = inParts.putIfAbsent(object(9));

        assertThat(first).isInstanceOf(PutOutcome.Unavailable.class);
        assertThat(second)
                .isEqualTo(
                        step == Step.COMPLETE
                                ? new PutOutcome.AlreadyThere(new StoredMetadata(OptionalLong.of(7), Map.of()))
                                : new PutOutcome.Stored());
        assertThat(s3.object("/lake/data/a")).hasSize(9);
    }

    @Test
    void findsWhatWasStoredWhenTheQuickRepetitionMeetsItsOwnObject() {
        s3.fail(Step.PUT, new Fault.AnswerLost());

        PutOutcome outcome =
                store(new RequestTimeouts(Duration.ofSeconds(20), 2)).putIfAbsent(object(9));

        assertThat(outcome).isEqualTo(new PutOutcome.AlreadyThere(new StoredMetadata(OptionalLong.of(7), Map.of())));
    }

    @ParameterizedTest
    @EnumSource(
            value = Step.class,
            mode = Mode.EXCLUDE,
            names = {"HEAD", "LIST", "ABORT"})
    void survivesAConnectionThatEndsInTheMiddle(Step step) {
        s3.fail(step, new Fault.Disconnected());
        S3ObjectStore way = step == Step.PUT ? store : store.inParts();

        PutOutcome first = way.putIfAbsent(object(1 << 20));
        PutOutcome second = way.putIfAbsent(object(1 << 20));

        assertThat(first).isInstanceOf(PutOutcome.Unavailable.class);
        assertThat(second).isEqualTo(new PutOutcome.Stored());
        assertThat(s3.object("/lake/data/a")).hasSize(1 << 20);
    }

    @Test
    void repeatsQuicklyWhatFailsInPassing() {
        s3.fail(Step.PUT, new Fault.Answer(500, "InternalError"), new Fault.Disconnected());

        PutOutcome outcome =
                store(new RequestTimeouts(Duration.ofSeconds(20), 3)).putIfAbsent(object(9));

        assertThat(outcome).isEqualTo(new PutOutcome.Stored());
    }

    @Test
    void refusesAnExistingObjectWhoseHeadMustNotBeRead() {
        store.putIfAbsent(object(9));
        s3.fail(Step.HEAD, new Fault.Answer(403, ""));

        PutOutcome outcome = store.putIfAbsent(object(9));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        PutOutcome.Refused.class,
                        refused ->
                                assertThat(refused.reason()).startsWith("it is there but its head must not be read"));
    }

    @Test
    void waitsForAnExistingObjectWhoseHeadCannotBeReadNow() {
        store.putIfAbsent(object(9));
        s3.fail(Step.HEAD, DOWN);

        PutOutcome first = store.putIfAbsent(object(9));
        PutOutcome second = store.putIfAbsent(object(9));

        assertThat(first).isInstanceOf(PutOutcome.Unavailable.class);
        assertThat(second).isEqualTo(new PutOutcome.AlreadyThere(new StoredMetadata(OptionalLong.of(7), Map.of())));
    }

    @Test
    void timesOutOnAnEndpointThatAcceptsTheRequestAndNeverAnswers() {
        s3.fail(Step.PUT, new Fault.Hang());

        Instant before = Instant.now();
        PutOutcome outcome =
                store(new RequestTimeouts(Duration.ofSeconds(1), 5)).putIfAbsent(object(9));

        assertThat(outcome).isInstanceOf(PutOutcome.Unavailable.class);
        assertThat(Duration.between(before, Instant.now())).isLessThan(LIMIT);
    }

    /// A process that was stopped: its kernel accepts connections and some of the body, and no process reads.
    @Test
    void survivesAConnectionThatIsResetBeforeTheBodyMayBeSent() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                S3ObjectStore unreachable = S3ObjectStore.open(
                        S3TestClients.client(URI.create("http://127.0.0.1:" + server.getLocalPort()), "key", "secret"),
                        "lake",
                        ObjectSettings.DEFAULT,
                        S3TestClients.ONE_ATTEMPT)) {
            Thread.ofPlatform().daemon().start(() -> resetAfterTheHead(server));

            PutOutcome outcome = unreachable.putIfAbsent(object(4 << 20));

            assertThat(outcome).isInstanceOf(PutOutcome.Unavailable.class);
        }
    }

    private static void resetAfterTheHead(ServerSocket server) {
        try {
            while (true) {
                try (Socket client = server.accept()) {
                    client.setSoLinger(true, 0);
                    int newlines = 0;
                    for (int next;
                            newlines < 4 && (next = client.getInputStream().read()) >= 0; ) {
                        newlines = next == '\r' || next == '\n' ? newlines + 1 : 0;
                    }
                }
            }
        } catch (IOException e) {
            // The test has ended.
        }
    }

    @Test
    void timesOutOnAnEndpointThatDoesNotReadTheRequest() throws IOException {
        try (ServerSocket stopped = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI endpoint = URI.create("http://127.0.0.1:" + stopped.getLocalPort());
            S3ObjectStore toNobody = S3ObjectStore.open(
                    S3TestClients.client(endpoint, "key", "secret"),
                    "lake",
                    ObjectSettings.DEFAULT,
                    new RequestTimeouts(Duration.ofSeconds(1), 5));

            Instant before = Instant.now();
            PutOutcome outcome = toNobody.putIfAbsent(object(16 << 20));

            assertThat(outcome).isInstanceOf(PutOutcome.Unavailable.class);
            assertThat(Duration.between(before, Instant.now())).isLessThan(LIMIT);
        }
    }
}
