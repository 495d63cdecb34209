package smartcity.deployment.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// The access control lists that Strimzi's user operator makes of a `KafkaUser`.
final class KafkaUserAcls {
    private static final Map<String, ResourceType> TYPES = Map.of(
            "topic", ResourceType.TOPIC,
            "group", ResourceType.GROUP,
            "transactionalId", ResourceType.TRANSACTIONAL_ID);

    private KafkaUserAcls() {}

    static List<AclBinding> of(ManifestObject user) {
        return ManifestObject.elements(user.json().at("/spec/authorization/acls"))
                .flatMap(rule -> bindings(user.name(), rule))
                .toList();
    }

    private static Stream<AclBinding> bindings(String user, JsonNode rule) {
        JsonNode resource = rule.path("resource");
        ResourceType type = TYPES.get(resource.path("type").asText());
        if (type == null) {
            throw new IllegalArgumentException("type must be one of " + TYPES.keySet() + " but was " + resource);
        }
        PatternType pattern = resource.path("patternType").asText("literal").equals("prefix")
                ? PatternType.PREFIXED
                : PatternType.LITERAL;
        ResourcePattern of = new ResourcePattern(type, resource.path("name").asText(), pattern);
        return ManifestObject.elements(rule.path("operations"))
                .map(operation -> new AclBinding(
                        of,
                        new AccessControlEntry(
                                "User:" + user,
                                "*",
                                AclOperation.fromString(operation.asText()),
                                AclPermissionType.ALLOW)));
    }
}
