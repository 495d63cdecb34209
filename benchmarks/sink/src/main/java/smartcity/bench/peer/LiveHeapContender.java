package smartcity.bench.peer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import smartcity.bench.drain.DrainContender;
import smartcity.bench.drain.DrainTask;
import smartcity.bench.drain.DrainTimes;
import smartcity.local.child.ChildProcess;
import smartcity.local.child.ChildProgram;
import smartcity.local.child.LaunchException;

/// A contender whose live heap is read when it has drained the topic, after a full collection.
public final class LiveHeapContender implements DrainContender {
    private static final Pattern USED = Pattern.compile(
            "^ *(?:DefNew|Tenured|PSYoungGen|ParOldGen|garbage-first).*used (\\d+)K", Pattern.MULTILINE);

    private final DrainContender contender;
    private long bytes;

    public LiveHeapContender(DrainContender contender) {
        this.contender = contender;
    }

    /// Live heap after the last drain [bytes].
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
    public ChildProgram program(DrainTask drain) {
        return contender.program(drain);
    }

    @Override
    public DrainTimes await(ChildProcess child, DrainTask drain) {
        DrainTimes marks = contender.await(child, drain);
        ask(child, "GC.run");
        bytes = used(ask(child, "GC.heap_info"));
        return marks;
    }

    /// The sum of what the generations use, as `jcmd GC.heap_info` of JDK 25 prints it [bytes].
    ///
    /// @throws LaunchException if the text has no generation
    static long used(String heapInfo) {
        if (!USED.matcher(heapInfo).find()) {
            throw new LaunchException("Expected the generations of a heap, got: " + heapInfo.strip());
        }
        return USED.matcher(heapInfo)
                .results()
                .mapToLong(match -> Long.parseLong(match.group(1)) * 1024)
                .sum();
    }

    private static String ask(ChildProcess child, String question) {
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
