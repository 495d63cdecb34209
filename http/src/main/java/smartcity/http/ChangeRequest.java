package smartcity.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.SocketAddress;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the guard needs of a request that changes something.
///
/// @param peer the other end of the connection, null when unknown
/// @param hosts values of the header `Host`
/// @param origin the header `Origin`, null when there is none
/// @param fetchSite the header `Sec-Fetch-Site`, null when there is none
/// @param authorization the header `Authorization`, null when there is none
/// @param contentType the header `Content-Type`, null when there is none
/// @param hasBody whether a body follows
/// @param headerNames in lower case
record ChangeRequest(
        @Nullable InetAddress peer,
        List<String> hosts,
        @Nullable String origin,
        @Nullable String fetchSite,
        @Nullable String authorization,
        @Nullable String contentType,
        boolean hasBody,
        Set<String> headerNames) {

    ChangeRequest {
        hosts = List.copyOf(hosts);
        headerNames = Set.copyOf(headerNames);
    }

    /// Reads a request; its peer is that of the connection, whatever its headers say.
    static ChangeRequest of(HttpServerRequest request) {
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        return new ChangeRequest(
                peer(request.connection().remoteAddress()),
                hosts.isEmpty() && request.authority() != null
                        ? List.of(request.authority().toString())
                        : hosts,
                request.getHeader("Origin"),
                request.getHeader("Sec-Fetch-Site"),
                request.getHeader(HttpHeaders.AUTHORIZATION),
                request.getHeader(HttpHeaders.CONTENT_TYPE),
                hasBody(request),
                request.headers().names().stream()
                        .map(name -> name.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet()));
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return !length.trim().equals("0");
        }
        // In HTTP/2 a body needs no header that announces it, and whether one follows is not known yet: one with a type
        // is expected. A browser states the length of every body that it sends to another origin unasked.
        return request.getHeader("Transfer-Encoding") != null
                || (request.version() == HttpVersion.HTTP_2 && request.getHeader(HttpHeaders.CONTENT_TYPE) != null);
    }

    private static @Nullable InetAddress peer(@Nullable SocketAddress address) {
        return Optional.ofNullable(address)
                .map(SocketAddress::hostAddress)
                .map(InetAddress::ofLiteral)
                .orElse(null);
    }
}
