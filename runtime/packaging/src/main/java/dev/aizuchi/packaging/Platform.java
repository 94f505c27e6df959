package dev.aizuchi.packaging;

import java.util.Locale;
import java.util.regex.Pattern;

/** Name a kind of Linux computer, as all sorts of tools name it. */
enum Platform {
    X86_64("amd64", "linux-x64", "linux-x86-64", "aarch64|arm64"),
    AARCH64("arm64", "linux-aarch64", "linux-aarch64", "x86[-_]64|x64|amd64|linux64");

    /** Systems, C libraries and processors that no package is made for. */
    private static final Pattern NOWHERE = Pattern.compile(
            "win|darwin|mac|osx|android|musl|bsd|sunos|aix|s390x|ppc|riscv|mips|loongarch|sparc|armv|linux-arm($|/)|linux32"
                    + "|i386|i686|linux-x86($|/)");

    private static final Pattern NATIVE = Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib|a)(\\.dsym/.*)?");

    private final String debian;
    private final String onnx;
    private final String jna;
    private final Pattern foreign;

    Platform(String debian, String onnx, String jna, String foreign) {
        this.debian = debian;
        this.onnx = onnx;
        this.jna = jna;
        this.foreign = Pattern.compile(foreign);
    }

    /** Give the one that this runs on. */
    static Platform here() {
        String arch = System.getProperty("os.arch");
        return switch (arch) {
            case "amd64", "x86_64" -> X86_64;
            case "aarch64", "arm64" -> AARCH64;
            default -> throw new PackagingException("no package can be made for " + arch + "; name --arch and --jdk");
        };
    }

    /** Name it as Debian and container registries do. */
    String debian() {
        return debian;
    }

    /** Name the folder of its natives in the jar of ONNX Runtime. */
    String onnx() {
        return onnx;
    }

    /** Name the folder of its natives in the jars of those who use JNA. */
    String jna() {
        return jna;
    }

    /** Name it as people do. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Tell whether a file of a jar is native code of another kind of computer. */
    boolean isForeign(String entry) {
        String name = entry.toLowerCase(Locale.ROOT);
        return NATIVE.matcher(name).matches()
                && (NOWHERE.matcher(name).find() || foreign.matcher(name).find());
    }
}
