package smartcity.audit.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A report as JSON: the components of [AuditReport] by their names, and `clean`.
public final class JsonAuditReport {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private JsonAuditReport() {}

    public static String of(AuditReport report) {
        try {
            ObjectNode node = JSON.valueToTree(report);
            node.put("clean", report.clean());
            return JSON.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Failed to write the report as JSON", e);
        }
    }
}
