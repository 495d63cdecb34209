package smartcity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.http.ControlAccess.Verdict;

class ControlAccessTest {
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("192.0.2.7");
    private static final String HOST = "localhost:8081";

    private final ControlAccess withToken = new ControlAccess(Optional.of("s3cret"));
    private final ControlAccess withoutToken = new ControlAccess(Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"Bearer s3cret", "bearer s3cret", "Bearer  s3cret "})
    void admitsTheTokenFromAnywhere(String authorization) {
        assertThat(withToken.judge(authorized(authorization, ELSEWHERE))).isEqualTo(Verdict.ADMITTED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer s3cre", "Bearer s3cret1", "Basic s3cret", "s3cret"})
    void refusesARequestWithoutTheTokenEvenFromThisMachine(@Nullable String authorization) {
        assertThat(withToken.judge(authorized(authorization, HERE))).isEqualTo(Verdict.NO_TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"})
    void admitsThisMachineWhereThereIsNoToken(String peer) {
        assertThat(withoutToken.judge(authorized(null, InetAddress.ofLiteral(peer))))
                .isEqualTo(Verdict.ADMITTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "10.0.0.1", "0.0.0.0", "2001:db8::1", "::ffff:192.0.2.7"})
    void forbidsOtherMachinesWhereThereIsNoToken(String peer) {
        assertThat(withoutToken.judge(authorized("Bearer ", InetAddress.ofLiteral(peer))))
                .isEqualTo(Verdict.OTHER_MACHINE);
    }

    @Test
    void forbidsAnUnknownPeerWhereThereIsNoToken() {
        assertThat(withoutToken.judge(authorized(null, null))).isEqualTo(Verdict.OTHER_MACHINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8081", "127.0.0.1:8081", "127.3.2.1", "[::1]:8081", "[::1]"})
    void admitsALoopbackHostWhereThereIsNoToken(String host) {
        assertThat(withoutToken.judge(to(List.of(host)))).isEqualTo(Verdict.ADMITTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "city.example",
                "city.example:8081",
                "localhost.city.example",
                "127.0.0.1.city.example",
                "192.0.2.7:8081",
                "localhost:8081@city.example",
                "[2001:db8::1]:8081",
                "999.0.0.1"
            })
    void forbidsAForeignHostWhereThereIsNoToken(String host) {
        assertThat(withoutToken.judge(to(List.of(host)))).isEqualTo(Verdict.FOREIGN_HOST);
    }

    @Test
    void forbidsNoHostAndSeveralWhereThereIsNoToken() {
        assertThat(withoutToken.judge(to(List.of()))).isEqualTo(Verdict.FOREIGN_HOST);
        assertThat(withoutToken.judge(to(List.of("localhost", "localhost")))).isEqualTo(Verdict.FOREIGN_HOST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"forwarded", "via", "x-real-ip", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"})
    void forbidsAProxyWhereThereIsNoToken(String header) {
        ChangeRequest proxied =
                new ChangeRequest(HERE, List.of(HOST), null, null, null, null, false, Set.of("host", header));

        assertThat(withoutToken.judge(proxied)).isEqualTo(Verdict.FORWARDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8"})
    void admitsAJsonBodyWhereThereIsNoToken(String contentType) {
        assertThat(withoutToken.judge(withBody(contentType, true))).isEqualTo(Verdict.ADMITTED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "text/plain", "text/plain; application/json", "application/x-www-form-urlencoded"})
    void forbidsAnotherBodyWhereThereIsNoToken(@Nullable String contentType) {
        assertThat(withoutToken.judge(withBody(contentType, true))).isEqualTo(Verdict.NOT_JSON);
    }

    @Test
    void admitsNoBodyOfWhateverTypeWhereThereIsNoToken() {
        assertThat(withoutToken.judge(withBody("text/plain", false))).isEqualTo(Verdict.ADMITTED);
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example, localhost:8081",
        "null, localhost:8081",
        "http://localhost:3000, localhost:8081",
        "http://localhost:80811, localhost:8081",
        "file://, localhost:8081"
    })
    void forbidsAForeignOriginWithAndWithoutToken(String origin, String host) {
        ChangeRequest foreign = from(origin, null, host);

        assertThat(withoutToken.judge(foreign)).isEqualTo(Verdict.CROSS_SITE);
        assertThat(withToken.judge(foreign)).isEqualTo(Verdict.CROSS_SITE);
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:8081, localhost:8081",
        "http://LOCALHOST:8081, localhost:8081",
        "http://localhost, localhost:80",
        "https://localhost, localhost"
    })
    void admitsItsOwnOrigin(String origin, String host) {
        assertThat(withoutToken.judge(from(origin, "same-origin", host))).isEqualTo(Verdict.ADMITTED);
        assertThat(withToken.judge(from(origin, "same-origin", host))).isEqualTo(Verdict.ADMITTED);
    }

    @Test
    void forbidsWhatABrowserCallsCrossSiteWithAndWithoutToken() {
        ChangeRequest crossSite = from(null, "cross-site", HOST);

        assertThat(withoutToken.judge(crossSite)).isEqualTo(Verdict.CROSS_SITE);
        assertThat(withToken.judge(crossSite)).isEqualTo(Verdict.CROSS_SITE);
    }

    @Test
    void refusesABlankToken() {
        assertThatThrownBy(() -> new ControlAccess(Optional.of(" ")))
                .hasMessage("control.token must not be blank but was ' '");
    }

    private static ChangeRequest authorized(@Nullable String authorization, @Nullable InetAddress peer) {
        return new ChangeRequest(peer, List.of(HOST), null, null, authorization, null, false, Set.of("host"));
    }

    private static ChangeRequest to(List<String> hosts) {
        return new ChangeRequest(HERE, hosts, null, null, null, null, false, Set.of("host"));
    }

    private static ChangeRequest withBody(@Nullable String contentType, boolean hasBody) {
        return new ChangeRequest(HERE, List.of(HOST), null, null, null, contentType, hasBody, Set.of("host"));
    }

    /// With the token, which must not help.
    private static ChangeRequest from(@Nullable String origin, @Nullable String fetchSite, String host) {
        return new ChangeRequest(HERE, List.of(host), origin, fetchSite, "Bearer s3cret", null, false, Set.of("host"));
    }
}
