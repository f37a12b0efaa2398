package org.pledgebook.web.audit;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The verifier as an auditor has it: one file, compiled with nothing on the class path. */
public final class Verifier {

    public static final int HOLDS = 0;
    public static final int WRONG = 1;
    public static final int SIGNER_UNKNOWN = 3;

    private static final Method CHECK = check();

    private Verifier() {}

    /** Answers its exit code; {@code said} takes its words. */
    public static int check(
            byte[] pack, @Nullable String key, List<String> witnesses, List<String> proofs, List<String> said) {
        try {
            return (int) CHECK.invoke(null, pack, key, witnesses, proofs, said);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("The verifier failed instead of answering", e);
        }
    }

    private static Method check() {
        try {
            var classes = Files.createTempDirectory(Path.of("target"), "verifier");
            var compiled = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-proc:none",
                            "-cp",
                            "",
                            "-d",
                            classes.toString(),
                            "../verifier/Verify.java");
            if (compiled != 0) {
                throw new AssertionError("The verifier does not compile");
            }
            var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
            var check = loader.loadClass("Verify")
                    .getDeclaredMethod("check", byte[].class, String.class, List.class, List.class, List.class);
            check.setAccessible(true);
            return check;
        } catch (IOException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
