package smartcity.deployment.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smartcity.deployment.Tool;

/// On Amazon MSK the roles of the services may do what their users may do on another Kafka, which `SecuredKafkaIT` and
/// `SecuredServicesIT` try.
class MskPermissionsTest {
    private static final String CLUSTER = "${ClusterName}/${ClusterId}";

    /// Actions of IAM by type of resource and operation. Source: Amazon MSK Developer Guide, "Semantics of IAM
    /// authorization policy actions and resources".
    private static final Map<String, List<String>> ACTIONS = Map.of(
            "topic Create", List.of("CreateTopic"),
            "topic Describe", List.of("DescribeTopic"),
            "topic Read", List.of("DescribeTopic", "ReadData"),
            "topic Write", List.of("DescribeTopic", "WriteData"),
            "group Describe", List.of("DescribeGroup"),
            "group Read", List.of("AlterGroup", "DescribeGroup"),
            "transactionalId Write", List.of("AlterTransactionalId", "DescribeTransactionalId"));

    @ParameterizedTest
    @CsvSource({
        "VehiclePolicy, vehicle-simulator",
        "WeatherPolicy, weather-simulator",
        "IncidentPolicy, incident-simulator",
        "ViewPolicy, city-view",
        "SinkPolicy, s3-parquet-sink",
        "AuditPolicy, audit",
        "KedaPolicy, keda"
    })
    void aRoleMayDoWhatTheUserMayDo(String policy, String user) throws IOException {
        Set<String> expected = ofUser(user);

        Set<String> allowed = ofPolicy(policy);

        assertThat(allowed).isEqualTo(expected);
    }

    /// Each action with what it is allowed for.
    private static Set<String> ofUser(String user) throws IOException {
        Set<String> permissions = new TreeSet<>(Set.of("Connect cluster/" + CLUSTER));
        for (JsonNode rule : acls(user)) {
            JsonNode resource = rule.path("resource");
            String type = resource.path("type").asText();
            String name = resource.path("name").asText()
                    + (resource.path("patternType").asText().equals("prefix") ? "*" : "");
            String place = type.replace("transactionalId", "transactional-id") + "/" + CLUSTER + "/" + name;
            for (JsonNode operation : rule.path("operations")) {
                ACTIONS.getOrDefault(type + " " + operation.asText(), List.of(operation.toString()))
                        .forEach(action -> permissions.add(action + " " + place));
                // Commands are sent without a transaction, for which MSK asks a permission of the cluster too.
                if (name.equals("city_commands") && operation.asText().equals("Write")) {
                    permissions.add("WriteDataIdempotently cluster/" + CLUSTER);
                }
            }
        }
        return permissions;
    }

    private static JsonNode acls(String user) throws IOException {
        try (MappingIterator<JsonNode> users = new YAMLMapper()
                .readerFor(JsonNode.class)
                .readValues(Tool.REPOSITORY
                        .resolve("deploy/kubernetes/components/strimzi/users.yaml")
                        .toFile())) {
            return users.readAll().stream()
                    .filter(found -> found.at("/metadata/name").asText().equals(user))
                    .findFirst()
                    .orElseThrow()
                    .at("/spec/authorization/acls");
        }
    }

    private static Set<String> ofPolicy(String policy) throws IOException {
        Set<String> permissions = new TreeSet<>();
        JsonNode stack = new YAMLMapper()
                .readTree(Tool.REPOSITORY.resolve("deploy/aws/msk.yaml").toFile());
        for (JsonNode statement : stack.at("/Resources/" + policy + "/Properties/PolicyDocument/Statement")) {
            assertThat(statement.path("Effect").asText()).isEqualTo("Allow");
            texts(statement.path("Action"))
                    .forEach(action -> texts(statement.path("Resource"))
                            .forEach(resource -> permissions.add(action.replaceFirst("^kafka-cluster:", "") + " "
                                    + resource.replaceFirst("^arn:.*\\$\\{AWS::AccountId}:", ""))));
        }
        return permissions;
    }

    private static Stream<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText);
    }
}
