package smartcity.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import smartcity.bench.drain.Contender;
import smartcity.bench.drain.Drain;
import smartcity.bench.drain.Marks;
import smartcity.local.child.Child;
import smartcity.local.child.LaunchException;
import smartcity.local.child.Program;

/// A contender whose live heap is read when it has drained the topic, after a full collection.
public final class LiveHeap implements Contender {
    private static final Pattern USED = Pattern.compile(
            "^ *(?:DefNew|Tenured|PSYoungGen|ParOldGen|garbage-first).*used (\\d+)K", Pattern.MULTILINE);

    private final Contender contender;
    private long bytes;

    public LiveHeap(Contender contender) {
        this.contender = contender;
    }

    /// What lived in the heap after the last drain [bytes].
    public long bytes() {
        return bytes;
    }

    @Override
    public String name() {
        return contender.name();
    }

    @Override
    public String description() {
        return contender.description();
    }

    @Override
    public Optional<String> obstacle() {
        return contender.obstacle();
    }

    @Override
    public Program program(Drain drain) {
        return contender.program(drain);
    }

    @Override
    public Marks await(Child child, Drain drain) {
        Marks marks = contender.await(child, drain);
        ask(child, "GC.run");
        bytes = used(ask(child, "GC.heap_info"));
        return marks;
    }

    /// The sum of what the generations use, as `jcmd GC.heap_info` of JDK 25 tells it [bytes].
    ///
    /// @throws LaunchException if the text tells of no generation
    static long used(String heapInfo) {
        if (!USED.matcher(heapInfo).find()) {
            throw new LaunchException("Expected the generations of a heap, got: " + heapInfo.strip());
        }
        return USED.matcher(heapInfo)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)) * 1024)
                .sum();
    }

    private static String ask(Child child, String question) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            Process process = new ProcessBuilder(jcmd, Long.toString(child.pid()), question)
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new LaunchException("Failed to ask the JVM of " + child.name() + " for " + question, e);
        }
    }
}
