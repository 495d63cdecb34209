package smartcity.sink.cut;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import smartcity.sink.file.FileForm;
import smartcity.sink.identity.TopicIdentity;

/// The JSON that the sink commits as metadata of an offset. Older forms can still be read.
final class CommitMetadata {
    private static final int LANDED_VERSION = 1;
    private static final int CUT_VERSION = 3;

    private static final String END_EPOCH = "endEpoch";
    private static final String LAST_EPOCH = "lastEpoch";
    private static final String RULES = "rules";

    private static final ObjectMapper JSON = new ObjectMapper();

    private CommitMetadata() {}

    static String encoded(Cut cut) {
        Layout layout = cut.layout();
        ObjectNode node = JSON.createObjectNode()
                .put("cut", CUT_VERSION)
                .put("end", cut.end())
                .put("prefix", layout.prefix())
                .put("layout", layout.template().text())
                .put("window", layout.window().toString())
                .put("files", cut.form().text());
        if (cut.rules() != null) {
            node.put(RULES, cut.rules());
        }
        put(node, END_EPOCH, cut.epochs().end());
        put(node, LAST_EPOCH, cut.epochs().last());
        return marked(node, layout.era(), cut.topic());
    }

    private static void put(ObjectNode node, String name, @Nullable Integer epoch) {
        if (epoch != null) {
            node.put(name, epoch);
        }
    }

    static String encoded(CommitState.Landed landed) {
        return marked(JSON.createObjectNode().put("landed", LANDED_VERSION), landed.era(), landed.topic());
    }

    private static String marked(ObjectNode node, int era, @Nullable TopicIdentity topic) {
        node.put("era", era);
        if (topic != null) {
            node.put("clusterId", topic.clusterId()).put("topicId", topic.topicId());
        }
        return node.toString();
    }

    static CommitState decoded(String metadata) {
        if (metadata.isEmpty()) {
            return new CommitState.Unmarked();
        }
        try {
            JsonNode node = JSON.readTree(metadata);
            return node.path("landed").asInt() == LANDED_VERSION
                    ? new CommitState.Landed(topic(node), era(node))
                    : new CommitState.Pending(cut(node));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalArgumentException("Expected the metadata of a cut, got: " + metadata, e);
        }
    }

    private static Cut cut(JsonNode node) {
        return switch (node.path("cut").asInt()) {
            case 1 -> new Cut(end(node), Layout.byHour(text(node, "prefix")), FileForm.COMPACT, null, null);
            case 2 -> new Cut(end(node), layout(node), FileForm.COMPACT, rules(node), null);
            case CUT_VERSION ->
                new Cut(
                        end(node),
                        layout(node).inEra(era(node)),
                        form(node),
                        rules(node),
                        node.has("topicId") ? topic(node) : null,
                        new CutEpochs(epoch(node, END_EPOCH), epoch(node, LAST_EPOCH)));
            default -> throw new IllegalArgumentException("unknown version");
        };
    }

    private static Layout layout(JsonNode node) {
        return new Layout(
                text(node, "prefix"), FolderTemplate.of(text(node, "layout")), Duration.parse(text(node, "window")));
    }

    /// Versions that did not record it wrote compact files only.
    private static FileForm form(JsonNode node) {
        return node.has("files") ? FileForm.of(text(node, "files")) : FileForm.COMPACT;
    }

    /// Versions before this wrote an empty text when they were unknown.
    private static @Nullable String rules(JsonNode node) {
        String rules = node.has(RULES) ? text(node, RULES) : "";
        return rules.isEmpty() ? null : rules;
    }

    private static TopicIdentity topic(JsonNode node) {
        return new TopicIdentity(text(node, "clusterId"), text(node, "topicId"));
    }

    private static int era(JsonNode node) {
        if (!node.path("era").isInt()) {
            throw new IllegalArgumentException("era must be a whole number but was " + node.path("era"));
        }
        return node.get("era").asInt();
    }

    private static @Nullable Integer epoch(JsonNode node, String name) {
        return node.path(name).isInt() ? node.get(name).asInt() : null;
    }

    private static long end(JsonNode node) {
        if (!node.path("end").canConvertToLong()) {
            throw new IllegalArgumentException("end must be an offset but was " + node.path("end"));
        }
        return node.get("end").asLong();
    }

    private static String text(JsonNode node, String name) {
        if (!node.path(name).isTextual()) {
            throw new IllegalArgumentException(name + " must be a text but was " + node.path(name));
        }
        return node.get(name).asText();
    }
}
