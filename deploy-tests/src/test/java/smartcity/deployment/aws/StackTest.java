package smartcity.deployment.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import smartcity.deployment.Tool;
import smartcity.deployment.ToolRun;

/// The CloudFormation stacks, without an account of AWS. More than 200 lines, as all of it is about two files.
class StackTest {
    private static final Path STACK = Tool.REPOSITORY.resolve("deploy/aws/stack.yaml");
    private static final Pattern PERMISSION = Pattern.compile("^\\| `(s3|kms):.* \\|$", Pattern.MULTILINE);
    private static final Pattern ACTION = Pattern.compile("`((?:s3|kms):\\w+)`");

    private static final Pattern ROLE_OF_ACCOUNT =
            Pattern.compile("role-arn\"?: \"?arn:aws:iam::\\d+:role/smart-city-([\\w-]+)");
    private static final Pattern ROLE_OF_STACK = Pattern.compile("smart-city-lake-(\\w+Role)\\b");

    @TempDir
    private Path folder;

    @Test
    @Tag("long")
    void isTakenByCloudFormationAndBreaksNoRuleOfSecurity() throws Exception {
        ToolRun run = check(STACK);

        assertThat(run.output()).isEqualTo("Checked 15 resources\n");
        assertThat(run.code()).as(run.errors()).isZero();
    }

    @Test
    @Tag("long")
    void theRolesForMskAreTakenTooAndBreakNoRuleOfSecurity() throws Exception {
        ToolRun run = check(STACK.resolveSibling("msk.yaml"));

        assertThat(run.output()).isEqualTo("Checked 12 resources\n");
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
    void keepsFormerVersionsUnlessThatIsSwitchedOff() throws Exception {
        JsonNode lake = resource("Lake").path("Properties");

        assertThat(template().at("/Parameters/Versioning/Default").asText()).isEqualTo("true");
        assertThat(lake.path("VersioningConfiguration").path(1).path("Status").asText())
                .isEqualTo("Enabled");
        assertThat(lake.at("/LifecycleConfiguration/Rules/1/NoncurrentVersionExpiration/NoncurrentDays")
                        .asInt())
                .isEqualTo(30);
    }

    /// The reader drops the tags of CloudFormation's functions, so `!If` is a list: condition, then, else.
    @Test
    void letsNobodyChangeOrDeleteWhatHasLandedButTheOperator() throws Exception {
        Map<String, JsonNode> denied = new TreeMap<>();
        for (JsonNode statement : resource("LakePolicy").at("/Properties/PolicyDocument/Statement")) {
            assertThat(statement.path("Effect").asText()).isEqualTo("Deny");
            assertThat(statement.path("Principal").asText()).isEqualTo("*");
            for (String action : actions(statement)) {
                denied.put(action, statement.path("Condition"));
            }
        }

        assertThat(denied).containsOnlyKeys("s3:*", "s3:PutObject", "s3:DeleteObject", "s3:DeleteObjectVersion");
        assertThat(denied.get("s3:PutObject"))
                .isEqualTo(
                        yaml(
                                "ArnNotEquals: {'aws:PrincipalArn': [Operated, [SinkRole.Arn, OperatorRoleArn], [SinkRole.Arn]]}"));
        for (String action : List.of("s3:DeleteObject", "s3:DeleteObjectVersion")) {
            assertThat(denied.get(action))
                    .isEqualTo(
                            yaml("[Operated, {ArnNotEquals: {'aws:PrincipalArn': OperatorRoleArn}}, 'AWS::NoValue']"));
        }
    }

    /// Pages, overlays and statements name roles by the stacks of the page, or by the account that they are for.
    @Test
    void makesEveryRoleThatIsNamed() throws Exception {
        Map<String, JsonNode> outputs = new TreeMap<>();
        for (Path stack : List.of(STACK, STACK.resolveSibling("msk.yaml"))) {
            new YAMLMapper()
                    .readTree(stack.toFile())
                    .path("Outputs")
                    .forEach(output -> outputs.put(output.path("Description").asText(), output));
        }

        assertThat(ROLE_OF_ACCOUNT
                        .matcher(textBelow("deploy/kubernetes"))
                        .results()
                        .map(role -> role.group(1).replaceFirst("^sink$", "s3-parquet-sink")))
                .contains("audit", "s3-parquet-sink", "vehicle-simulator")
                .allMatch(account -> outputs.containsKey("For the service account " + account));
        assertThat(ROLE_OF_STACK
                        .matcher(Files.readString(Tool.REPOSITORY.resolve("docs/aws.md")) + textBelow("deploy/aws"))
                        .results()
                        .map(role -> role.group(1)))
                .contains("SinkRole", "RedshiftRole", "AuditRole")
                .allMatch(role -> resource(role).path("Type").asText().equals("AWS::IAM::Role"));
    }

    private static String textBelow(String folder) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(Tool.REPOSITORY.resolve(folder))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
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

    private static JsonNode resource(String name) {
        return template().path("Resources").path(name);
    }

    private static JsonNode template() {
        try {
            return new YAMLMapper().readTree(STACK.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode yaml(String text) throws IOException {
        return new YAMLMapper().readTree(text);
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
