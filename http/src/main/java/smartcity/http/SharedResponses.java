package smartcity.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/// Documents the errors that requests of all services have in common, so that no resource repeats them.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SharedResponses implements OASFilter {
    private static final String SCHEMA = ProblemDocument.class.getSimpleName();

    private static final Map<String, String> OF_A_CHANGE = Map.of(
            "401",
            "The token is missing or wrong",
            "403",
            "No token is configured and the request is not from a program on the same machine, or it is from a"
                    + " web page of another origin");

    private static final Map<String, String> OF_A_BODY = Map.of(
            "400", "A field breaks its rule",
            "413", "The body is too large",
            "415", "The body is not application/json");

    /// An error response whose body is a problem document.
    public static APIResponse problem(String description) {
        return OASFactory.createAPIResponse()
                .description(description)
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemDocument.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA))));
    }

    @Override
    public PathItem filterPathItem(PathItem path) {
        path.getOperations().forEach((method, operation) -> {
            if (ChangeGuard.changes(method.name())) {
                add(operation, OF_A_CHANGE);
            }
            if (operation.getRequestBody() != null) {
                add(operation, OF_A_BODY);
            } else if (operation.getParameters() != null
                    && operation.getParameters().stream()
                            .anyMatch(parameter -> "query".equals(String.valueOf(parameter.getIn())))) {
                add(operation, Map.of("400", "A parameter breaks its rule"));
            }
        });
        return path;
    }

    private static void add(Operation operation, Map<String, String> answers) {
        // In order: that of a map made by Map.of differs from build to build.
        new TreeMap<>(answers)
                .forEach((code, description) -> operation.getResponses().addAPIResponse(code, problem(description)));
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        document.getComponents().addSchema(SCHEMA, schema());
    }

    private static Schema schema() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description(
                        "An error by RFC 9457; field, rule and value are there when a value of the request broke a rule")
                .required(List.of("type", "title", "status", "detail"))
                .addProperty("type", text("about:blank: title and status say which problem it is"))
                .addProperty("title", text("Phrase of the status"))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).description("Status of the response"))
                .addProperty("detail", text("One sentence about this occurrence"))
                .addProperty("field", text("Property or parameter that broke a rule; body for all of the body"))
                .addProperty("rule", text("The rule"))
                .addProperty("value", text("The value that broke it, or nothing"));
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
