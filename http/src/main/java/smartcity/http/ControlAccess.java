package smartcity.http;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who may change the city: who knows the token, or without a token who sits at this machine.
final class ControlAccess {
    private static final String SCHEME = "Bearer ";

    /// What becomes of a request.
    enum Verdict {
        /// It may pass.
        ADMITTED,
        /// It bears no token or a wrong one.
        UNAUTHORISED,
        /// It comes from another machine, and there is no token that it could bear.
        FORBIDDEN
    }

    private final Optional<byte[]> token;

    /// @param token not blank
    ControlAccess(Optional<String> token) {
        if (token.isPresent() && token.get().isBlank()) {
            throw new IllegalArgumentException("control.token must not be blank but was '%s'".formatted(token.get()));
        }
        this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /// Judges a request that changes something, in a time that tells nothing of the token.
    ///
    /// @param authorization the header, null when there is none
    /// @param peer who is at the other end of the connection, null when that is unknown
    Verdict judge(@Nullable String authorization, @Nullable InetAddress peer) {
        if (token.isEmpty()) {
            return peer != null && peer.isLoopbackAddress() ? Verdict.ADMITTED : Verdict.FORBIDDEN;
        }
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Verdict.UNAUTHORISED;
        }
        byte[] given = authorization.substring(SCHEME.length()).trim().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(token.get(), given) ? Verdict.ADMITTED : Verdict.UNAUTHORISED;
    }
}
