package dev.aizuchi.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlatformTest {
    /** As the jars of the product have them, with the platform that each is for. */
    private static final List<String> X86_64 = List.of(
            "ai/onnxruntime/native/linux-x64/libonnxruntime.so",
            "linux-x86-64/libvosk.so",
            "librocksdbjni-linux64.so",
            "debian-amd64/libwhisper.so.1",
            "com/sun/jna/linux-x86-64/libjnidispatch.so",
            "de/kherud/llama/Linux/x86_64/libjllama.so");

    private static final List<String> AARCH64 = List.of(
            "ai/onnxruntime/native/linux-aarch64/libonnxruntime.so",
            "librocksdbjni-linux-aarch64.so",
            "debian-arm64/libggml+fp16.so",
            "com/sun/jna/linux-aarch64/libjnidispatch.so",
            "de/kherud/llama/Linux/aarch64/libjllama.so");

    private static final List<String> NOWHERE = List.of(
            "ai/onnxruntime/native/osx-aarch64/libonnxruntime.dylib.dSYM/Contents/Resources/DWARF/libonnxruntime.dylib",
            "ai/onnxruntime/native/win-x64/onnxruntime.dll",
            "win32-x86-64/libstdc++-6.dll",
            "darwin/libvosk.dylib",
            "librocksdbjni-linux64-musl.so",
            "librocksdbjni-linux-s390x.so",
            "librocksdbjni-osx-arm64.jnilib",
            "debian-armv7l/libggml.so",
            "com/sun/jna/linux-x86/libjnidispatch.so",
            "com/sun/jna/linux-arm/libjnidispatch.so",
            "de/kherud/llama/Linux-Android/aarch64/libjllama.so");

    private static final List<String> EVERYWHERE =
            List.of("org/lwjgl/windows/User32.class", "META-INF/native-image/x64.properties", "a/libplain.so");

    @TempDir
    private Path folder;

    @Test
    void native_code_is_kept_for_its_own_platform_alone() {
        assertThat(X86_64).noneMatch(Platform.X86_64::isForeign).allMatch(Platform.AARCH64::isForeign);
        assertThat(AARCH64).noneMatch(Platform.AARCH64::isForeign).allMatch(Platform.X86_64::isForeign);
        assertThat(NOWHERE).allMatch(Platform.X86_64::isForeign).allMatch(Platform.AARCH64::isForeign);
        assertThat(EVERYWHERE).noneMatch(Platform.X86_64::isForeign).noneMatch(Platform.AARCH64::isForeign);
    }

    @Test
    void a_jar_loses_foreign_code_and_nothing_else() throws IOException {
        Path from = Files.createDirectories(folder.resolve("from"));
        try (OutputStream file = Files.newOutputStream(from.resolve("a.jar"));
                ZipOutputStream jar = new ZipOutputStream(file)) {
            for (String name : List.of(X86_64.get(0), AARCH64.get(0), NOWHERE.get(0), "A.class")) {
                jar.putNextEntry(new ZipEntry(name));
                jar.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                jar.closeEntry();
            }
        }
        new Jars(Platform.AARCH64).copy(from, folder.resolve("to"));
        try (ZipFile copy = new ZipFile(folder.resolve("to/a.jar").toFile())) {
            assertThat(copy.stream().map(ZipEntry::getName)).containsExactly(AARCH64.get(0), "A.class");
            assertThat(copy.getInputStream(copy.getEntry("A.class")))
                    .hasBinaryContent("A.class".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        Jars.unpack(folder.resolve("to/a.jar"), "ai/onnxruntime/native/linux-aarch64/", folder.resolve("native"));
        assertThat(folder.resolve("native/libonnxruntime.so")).hasContent(AARCH64.get(0));
    }
}
