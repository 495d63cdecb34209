package smartcity.deployment.kubernetes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.fabric8.openshift.api.model.monitoring.v1.PodMonitor;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.ModelMapper;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compares objects with the models of the APIs that take them: a field that the model does not have, a value
/// of another type and a missing required field are problems. Resources of KEDA are checked by
/// [KedaTypeCheck].
final class StrictManifests {
    private static final ObjectMapper PLAIN = new ObjectMapper();

    /// By API version and kind, what is not in Kubernetes itself.
    private static final Map<String, Class<?>> EXTENSIONS = Map.of(
            "kafka.strimzi.io/v1 Kafka", Kafka.class,
            "kafka.strimzi.io/v1 KafkaNodePool", KafkaNodePool.class,
            "kafka.strimzi.io/v1 KafkaTopic", KafkaTopic.class,
            "kafka.strimzi.io/v1 KafkaUser", KafkaUser.class,
            "monitoring.coreos.com/v1 PodMonitor", PodMonitor.class,
            "monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class);

    /// The groups of Kubernetes itself have no domain, or its own.
    private static final Pattern OF_KUBERNETES = Pattern.compile("([a-z]+/|[a-z.]+\\.k8s\\.io/)?v[a-z0-9]+");

    private final ObjectMapper strict = strict();

    private static ObjectMapper strict() {
        ObjectMapper mapper = JsonMapper.builder()
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .addModule(new SimpleModule().setDeserializerModifier(new WithoutAnyField()))
                .build();
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
        return mapper;
    }

    /// The models keep fields that they do not know, for newer versions; here such a field is a mistake.
    private static final class WithoutAnyField extends BeanDeserializerModifier {
        private static final long serialVersionUID = 1;

        @Override
        public BeanDeserializerBuilder updateBuilder(
                DeserializationConfig config, BeanDescription bean, BeanDeserializerBuilder builder) {
            builder.setAnySetter(null);
            return builder;
        }
    }

    /// What is wrong with an object; empty if nothing is, or if its API has no model here.
    Optional<String> problem(ManifestObject object) {
        String type = object.apiVersion() + " " + object.kind();
        @Nullable Class<?> extension = EXTENSIONS.get(type);
        if (extension != null) {
            return ofExtension(object, extension);
        }
        @Nullable
        Class<?> core = OF_KUBERNETES.matcher(object.apiVersion()).matches()
                ? ModelMapper.getApiTypeClass(object.apiVersion(), object.kind())
                : null;
        return core == null ? Optional.of(object.title() + ": no model of " + type) : ofCore(object, core);
    }

    private Optional<String> ofExtension(ManifestObject object, Class<?> model) {
        try {
            JsonNode again = strict.valueToTree(strict.treeToValue(object.json(), model));
            return difference("", object.json(), again).map(found -> object.title() + ": " + found);
        } catch (JsonProcessingException e) {
            return Optional.of(object.title() + ": " + e.getOriginalMessage());
        }
    }

    private static Optional<String> ofCore(ManifestObject object, Class<?> model) {
        try {
            Object parsed = JSON.getGson().fromJson(object.json().toString(), model);
            JsonNode again = PLAIN.readTree(JSON.getGson().toJson(parsed));
            return difference("", object.json(), again).map(found -> object.title() + ": " + found);
        } catch (RuntimeException | JsonProcessingException e) {
            return Optional.of(object.title() + ": " + e.getMessage());
        }
    }

    /// A model may read a number where text is wanted, and the other way round; what it writes then has
    /// another type. It may read a word that it does not know as nothing.
    private static Optional<String> difference(String path, JsonNode given, JsonNode read) {
        if (given.getNodeType() != read.getNodeType()) {
            return Optional.of("%s must be %s but was %s".formatted(path, read.getNodeType(), given.getNodeType()));
        }
        List<String> names = given.isObject()
                ? List.copyOf(given.propertyStream().map(Map.Entry::getKey).toList())
                : List.of();
        for (String name : names) {
            Optional<String> found = difference(path + "." + name, given.path(name), read.path(name));
            if (found.isPresent()) {
                return found;
            }
        }
        for (int i = 0; given.isArray() && i < given.size(); i++) {
            Optional<String> found = difference(path + "[" + i + "]", given.path(i), read.path(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
