package smartcity.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import smartcity.http.ControlAccess.Verdict;

class ControlAccessTest {
    private static final InetAddress ELSEWHERE = InetAddress.ofLiteral("192.0.2.7");

    private final ControlAccess withToken = new ControlAccess(Optional.of("s3cret"));
    private final ControlAccess withoutToken = new ControlAccess(Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"Bearer s3cret", "bearer s3cret", "Bearer  s3cret "})
    void admitsWhoBearsTheTokenFromAnywhere(String authorization) {
        assertThat(withToken.judge(authorization, ELSEWHERE)).isEqualTo(Verdict.ADMITTED);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer s3cre", "Bearer s3cret1", "Basic s3cret", "s3cret"})
    void refusesWhoDoesNotBearTheTokenEvenFromThisMachine(String authorization) {
        assertThat(withToken.judge(authorization, InetAddress.getLoopbackAddress()))
                .isEqualTo(Verdict.UNAUTHORISED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"})
    void admitsThisMachineWhereThereIsNoToken(String peer) {
        assertThat(withoutToken.judge(null, InetAddress.ofLiteral(peer))).isEqualTo(Verdict.ADMITTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.7", "10.0.0.1", "0.0.0.0", "2001:db8::1", "::ffff:192.0.2.7"})
    void forbidsOtherMachinesWhereThereIsNoToken(String peer) {
        assertThat(withoutToken.judge("Bearer ", InetAddress.ofLiteral(peer))).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void forbidsWhoIsUnknownWhereThereIsNoToken() {
        assertThat(withoutToken.judge(null, null)).isEqualTo(Verdict.FORBIDDEN);
    }

    @Test
    void refusesABlankToken() {
        assertThatThrownBy(() -> new ControlAccess(Optional.of(" ")))
                .hasMessage("control.token must not be blank but was ' '");
    }
}
