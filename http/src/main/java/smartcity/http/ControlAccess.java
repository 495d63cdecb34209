package smartcity.http;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who may change a running service: the holder of the token, or without a token a program on this machine. A web page
/// of another origin may not in either case.
///
/// Without a token a loopback connection alone proves nothing: a browser on this machine sends what a foreign page
/// asks for, under a foreign name where that name resolves to loopback, and a proxy on this machine sends what a
/// stranger asks for.
final class ControlAccess {
    private static final String SCHEME = "Bearer ";

    private static final Set<String> PROXY_HEADERS = Set.of("forwarded", "via", "x-real-ip");
    private static final String PROXY_HEADER_PREFIX = "x-forwarded-";

    /// Host and port of an HTTP authority; an IPv6 address is in brackets.
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^:\\[\\]/@]+)(?::(\\d{1,5}))?");

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}");

    /// What becomes of a request.
    enum Verdict {
        ADMITTED(200, ""),
        CROSS_SITE(403, "A web page of another origin must not change this service"),
        NO_TOKEN(401, "The request must carry the token of the setting control.token as Authorization: Bearer"),
        OTHER_MACHINE(
                403,
                "Without control.token the service accepts changes from the same machine only: set it, and send it as"
                        + " Authorization: Bearer"),
        FOREIGN_HOST(
                403,
                "Without control.token the header Host must be localhost or a loopback address: set the token, and send"
                        + " it as Authorization: Bearer"),
        FORWARDED(
                403,
                "Without control.token the service accepts no change through a proxy: set it, and send it as"
                        + " Authorization: Bearer"),
        NOT_JSON(415, "The body of a change must have the Content-Type application/json");

        private final int status;
        private final String detail;

        Verdict(int status, String detail) {
            this.status = status;
            this.detail = detail;
        }

        /// The answer's status; 200 when the request may pass.
        int status() {
            return status;
        }

        /// Why it may not pass.
        String detail() {
            return detail;
        }
    }

    private final Optional<byte[]> token;

    /// @param token not blank
    ControlAccess(Optional<String> token) {
        if (token.isPresent() && token.get().isBlank()) {
            throw new IllegalArgumentException("control.token must not be blank but was '%s'".formatted(token.get()));
        }
        this.token = token.map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /// Judges a request, in a time that does not depend on the token's text.
    Verdict judge(ChangeRequest request) {
        if (isCrossSite(request)) {
            return Verdict.CROSS_SITE;
        }
        if (token.isPresent()) {
            return carries(token.get(), request.authorization()) ? Verdict.ADMITTED : Verdict.NO_TOKEN;
        }
        if (request.peer() == null || !request.peer().isLoopbackAddress()) {
            return Verdict.OTHER_MACHINE;
        }
        if (request.hosts().size() != 1 || !isLoopback(request.hosts().getFirst())) {
            return Verdict.FOREIGN_HOST;
        }
        if (request.headerNames().stream().anyMatch(ControlAccess::isOfProxy)) {
            return Verdict.FORWARDED;
        }
        return request.hasBody() && !isJson(request.contentType()) ? Verdict.NOT_JSON : Verdict.ADMITTED;
    }

    private static boolean isCrossSite(ChangeRequest request) {
        String site = request.fetchSite();
        if (site != null && site.trim().equalsIgnoreCase("cross-site")) {
            return true;
        }
        String origin = request.origin();
        return origin != null && request.hosts().stream().noneMatch(host -> isOwn(origin, host));
    }

    /// Whether an origin has the host and port that the request was sent to.
    private static boolean isOwn(String origin, String host) {
        String own = host.trim().toLowerCase(Locale.ROOT);
        String asked = origin.trim().toLowerCase(Locale.ROOT);
        return asked.equals("http://" + withoutPort(own, "80")) || asked.equals("https://" + withoutPort(own, "443"));
    }

    private static String withoutPort(String host, String port) {
        return host.endsWith(":" + port) ? host.substring(0, host.length() - port.length() - 1) : host;
    }

    private static boolean carries(byte[] token, @Nullable String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] sent = authorization.substring(SCHEME.length()).trim().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(token, sent);
    }

    private static boolean isLoopback(String host) {
        Matcher authority = AUTHORITY.matcher(host.trim());
        if (!authority.matches()) {
            return false;
        }
        String name = authority.group(1);
        if (name.equalsIgnoreCase("localhost")) {
            return true;
        }
        boolean address = name.startsWith("[") || IPV4.matcher(name).matches();
        return address && isLoopbackAddress(name.replaceAll("[\\[\\]]", ""));
    }

    private static boolean isLoopbackAddress(String literal) {
        try {
            return InetAddress.ofLiteral(literal).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isOfProxy(String header) {
        return PROXY_HEADERS.contains(header) || header.startsWith(PROXY_HEADER_PREFIX);
    }

    private static boolean isJson(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].trim().equalsIgnoreCase("application/json");
    }
}
