package smartcity.deployment.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.deployment.Tool;
import smartcity.deployment.ToolRun;

/// The CloudFormation stacks, without an account of AWS.
class StackTest {
    private static final Path STACK = Tool.REPOSITORY.resolve("deploy/aws/stack.yaml");
    private static final Pattern PERMISSION = Pattern.compile("^\\| `(s3|kms):.* \\|$", Pattern.MULTILINE);
    private static final Pattern ACTION = Pattern.compile("`((?:s3|kms):\\w+)`");

    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void isTakenByCloudFormationAndBreaksNoRuleOfSecurity() throws Exception {
        ToolRun run = check(STACK);

        assertThat(run.output()).isEqualTo("Checked 11 resources\n");
        assertThat(run.code()).as(run.errors()).isZero();
    }

    @Test
    @Tag("long")
    void theRolesForMskAreTakenTooAndBreakNoRuleOfSecurity() throws Exception {
        ToolRun run = check(STACK.resolveSibling("msk.yaml"));

        assertThat(run.output()).isEqualTo("Checked 9 resources\n");
        assertThat(run.code()).as(run.errors()).isZero();
    }

    @Test
    @Tag("long")
    void isRefusedWithAPropertyThatDoesNotExist() throws Exception {
        ToolRun run = check(with("BlockPublicAcls: true", "BlockPublicAcl: true"));

        assertThat(run.code()).isNotZero();
        assertThat(run.errors()).contains("BlockPublicAcl");
    }

    @Test
    @Tag("long")
    void isRefusedWithAnOpenBucket() throws Exception {
        ToolRun run = check(with("RestrictPublicBuckets: true", "RestrictPublicBuckets: false"));

        assertThat(run.code()).isNotZero();
        assertThat(run.output()).contains("Lake: AwsSolutions-S2: ");
    }

    /// The table of permissions is that of the page of the sink; tags are a setting that the stack does not use.
    @Test
    void allowsTheSinkWhatItsPageListsAndNothingElse() throws Exception {
        Set<String> listed = new TreeSet<>();
        PERMISSION
                .matcher(Files.readString(Tool.REPOSITORY.resolve("docs/sink.md")))
                .results()
                .filter(row -> !row.group().contains("sink.s3.tags"))
                .forEach(row -> ACTION.matcher(row.group()).results().forEach(action -> listed.add(action.group(1))));

        Set<String> allowed = new TreeSet<>();
        for (JsonNode statement : resource("SinkPolicy").at("/Properties/PolicyDocument/Statement")) {
            actions(statement).forEach(allowed::add);
        }

        assertThat(listed).hasSize(6);
        assertThat(allowed).isEqualTo(listed);
    }

    @Test
    void deletesUnfinishedUploads() throws Exception {
        assertThat(resource("Lake")
                        .at(
                                "/Properties/LifecycleConfiguration/Rules/0/AbortIncompleteMultipartUpload/DaysAfterInitiation")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void namesTheDatabaseOfTheTables() throws Exception {
        assertThat(resource("Database").at("/Properties/DatabaseInput/Name").asText())
                .isEqualTo(AthenaTables.DATABASE);
        assertThat(Files.readString(Tool.REPOSITORY.resolve("deploy/aws/redshift/external-schema.sql")))
                .contains("DATABASE '" + AthenaTables.DATABASE + "'");
    }

    private static List<String> actions(JsonNode statement) {
        JsonNode action = statement.path("Action");
        return action.isTextual()
                ? List.of(action.asText())
                : action.valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode resource(String name) throws Exception {
        return new YAMLMapper().readTree(STACK.toFile()).path("Resources").path(name);
    }

    private Path with(String text, String other) throws Exception {
        String stack = Files.readString(STACK);
        assertThat(stack).contains(text);
        return Files.writeString(folder.resolve("faulty.yaml"), stack.replace(text, other));
    }

    private ToolRun check(Path stack) throws Exception {
        return Tool.named("cdk-node")
                .run(
                        "deploy-tests/src/test/javascript/check-stack.js",
                        stack.toString(),
                        folder.resolve("result").toString());
    }
}
