package smartcity.local.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// Requests the sink to land its open batches now.
///
/// A failure is harmless: the sink lands them later, and the committed offsets show when.
record FlushRequest(HttpClient http, URI endpoint) implements Runnable {
    private static final System.Logger LOG = System.getLogger(FlushRequest.class.getName());

    @Override
    public void run() {
        HttpRequest flush = HttpRequest.newBuilder(endpoint)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            http.send(flush, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "The sink did not answer a flush", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
