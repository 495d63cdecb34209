package smartcity.conventions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds sources and pages to the words of `docs/GLOSSARY.md`.
class BannedWordsTest {
    /// Words that the glossary replaces, with what to write instead.
    private static final List<Banned> BANNED = List.of(
            new Banned(
                    "tell|tells|telling|told|retold|retell|retells|retelling", "emit, report, say, show or progress"),
            new Banned("hear|hears|hearing|heard", "receive"),
            new Banned("bear|bears|borne", "carry or have"),
            new Banned("felt|feel|feels|feeling", "be in effect"),
            new Banned("anew", "again"),
            new Banned("patience", "timeout or limit"),
            new Banned("whoever|whomever|whom|whence|wherever|whither", "the one that, who, from where"),
            new Banned("hurry|hurries|hurried", "flush or speed up"),
            new Banned("obituary|obituaries", "exit message"),
            new Banned("wish|wishes", "option or setting"),
            new Banned("tenure|tenures", "ownership"),
            new Banned("rota|rotas", "schedule"),
            new Banned("wedge|wedges|wedged", "stall, stalled"),
            new Banned("naught|aught|thereof|thereby|hence|henceforth|thrice|forthwith", "plain words"),
            new Banned("die|dies|died|dying", "end, fail or crash"),
            new Banned("asleep|awake|wakes|woken", "paused, resumes"),
            new Banned("amid", "during, among"),
            new Banned("besides", "in addition, or also"),
            new Banned("lets? (?:it |them |events |records )?out", "emit"),
            new Banned("city_orders|at the factor of now", "city_commands, at the current factor"));

    private static final Pattern WORDS = Pattern.compile(
            "(?<![\\w])(?:"
                    + String.join("|", BANNED.stream().map(Banned::words).toList()) + ")(?![\\w])",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> TEXTS = Set.of(
            ".java",
            ".md",
            ".txt",
            ".properties",
            ".json",
            ".yaml",
            ".yml",
            ".xml",
            ".js",
            ".mjs",
            ".html",
            ".css",
            ".sh",
            ".sql",
            ".svg",
            ".env",
            ".options",
            ".Dockerfile",
            ".config");

    private static final Set<String> OTHERS = Set.of("LICENSE", "mvnw");

    /// Where one word of an identifier ends and the next begins.
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");

    @Test
    void theProjectUsesNoBannedWord() {
        assertThat(files().flatMap(BannedWordsTest::findings)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "what it TOLD us, told",
        "int toldUntil = 1;, told",
        "LAST_TOLD, told",
        "Whoever comes, whoever",
        "it lets events out, lets events out",
        "the setting is wedged-after, wedged"
    })
    void findsBannedWordsInSentencesAndIdentifiers(String line, String word) {
        assertThat(bannedIn(line)).anySatisfy(found -> assertThat(found).isEqualToIgnoringCase(word));
    }

    @ParameterizedTest
    @CsvSource({"intellij is a tool", "a bearer token", "retolder", "the knowledge is there"})
    void leavesWordsThatOnlyContainOneAlone(String line) {
        assertThat(bannedIn(line)).isEmpty();
    }

    private static Stream<Path> files() {
        return ProjectFiles.endingWith("").stream()
                .filter(BannedWordsTest::isOurText)
                // This file names the words, and so does the glossary.
                .filter(file -> !file.endsWith("BannedWordsTest.java") && !file.endsWith("docs/GLOSSARY.md"));
    }

    /// Files without an ending are scripts, but for the licence and the wrapper of Maven, which are others'.
    private static boolean isOurText(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 ? !OTHERS.contains(name) : TEXTS.contains(name.substring(dot));
    }

    private static Stream<String> findings(Path file) {
        List<String> lines = ProjectFiles.linesOf(file);
        List<String> findings = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (file.endsWith("CHANGELOG.md") && lines.get(i).startsWith("|")) {
                continue; // the table of former names
            }
            for (String word : bannedIn(lines.get(i))) {
                findings.add(ProjectFiles.ROOT.relativize(file) + ":" + (i + 1) + ": write " + insteadOf(word)
                        + " instead of \"" + word + "\"");
            }
        }
        return findings.stream();
    }

    private static List<String> bannedIn(String line) {
        Matcher matcher = WORDS.matcher(BETWEEN_WORDS.matcher(line).replaceAll(" ") + "\n" + line);
        return matcher.results().map(result -> result.group()).distinct().toList();
    }

    private static String insteadOf(String word) {
        return BANNED.stream()
                .filter(banned -> word.toLowerCase(java.util.Locale.ROOT).matches(banned.words()))
                .map(Banned::instead)
                .findFirst()
                .orElseThrow();
    }

    private record Banned(String words, String instead) {}
}
