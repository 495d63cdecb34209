package smartcity.view;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import smartcity.view.stream.LatestMessages;

/// One open page. Safe for use by several threads.
final class PageClient {
    private final HttpServerResponse response;
    private final Context context;
    private final LatestMessages<byte[]> messages = new LatestMessages<>();

    /// @param context of its connection
    PageClient(HttpServerResponse response, Context context) {
        this.response = response;
        this.context = context;
        response.drainHandler(_ -> write());
    }

    /// Adds a message, to be sent by the next [#flush()].
    void offer(String kind, byte[] message) {
        messages.offer(kind, message);
    }

    /// Sends what waits, as far as the connection takes it; the rest follows when it has taken that.
    void flush() {
        context.runOnContext(_ -> write());
    }

    private void write() {
        while (!response.closed() && !response.writeQueueFull()) {
            byte[] message = messages.poll();
            if (message == null) {
                return;
            }
            response.write(Buffer.buffer(message));
        }
    }
}
