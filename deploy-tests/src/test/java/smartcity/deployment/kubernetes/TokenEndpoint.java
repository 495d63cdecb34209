package smartcity.deployment.kubernetes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Gives signed tokens to clients that know the secret, as a server of OAuth 2 does, and its public key to everybody.
final class TokenEndpoint implements AutoCloseable {
    static final String SECRET = "of-the-test";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer server;
    private final KeyPair key;
    private final Set<String> clients = ConcurrentHashMap.newKeySet();

    TokenEndpoint() throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        key = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::giveToken);
        server.createContext("/keys", exchange -> answer(exchange, 200, keys()));
        server.start();
    }

    private void giveToken(HttpExchange exchange) throws IOException {
        String basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        String[] credentials = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8).split(":", 2);
        if (!credentials[1].equals(SECRET)) {
            answer(exchange, 401, "{\"error\": \"invalid_client\"}");
            return;
        }
        clients.add(credentials[0]);
        answer(exchange, 200, """
                {"access_token": "%s", "token_type": "Bearer", "expires_in": 3600}""".formatted(token(credentials[0])));
    }

    private String token(String client) {
        long now = Instant.now().getEpochSecond();
        String signed = base64("{\"alg\": \"RS256\", \"kid\": \"1\"}") + "."
                + base64("{\"sub\": \"%s\", \"scope\": \"kafka\", \"iat\": %d, \"exp\": %d}"
                        .formatted(client, now, now + 3600));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String keys() {
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        return """
                {"keys": [{"kty": "RSA", "kid": "1", "use": "sig", "alg": "RS256", "n": "%s", "e": "%s"}]}""".formatted(base64(open.getModulus()), base64(open.getPublicExponent()));
    }

    private static String base64(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /// Without the byte that only says that the number is positive.
    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /// Where clients ask for a token.
    String tokens() {
        return address("/token");
    }

    /// Where brokers ask for the key.
    String publicKeys() {
        return address("/keys");
    }

    private String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /// Who has got a token.
    Set<String> clients() {
        return clients;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
