package dev.aizuchi.ros2.rcl;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import dev.aizuchi.plugin.AdapterException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Call the functions of librcl, and those of rmw and rcutils that it is linked to.
 *
 * <p>They return 0, or a code of {@code rcl/types.h}. Structures that only pass through are held as bytes; of those
 * that are looked into, the offsets stand where they are used, with the header they are from. All that is used is the
 * same in Humble, Jazzy and Kilted.
 */
final class Rcl {
    /** {@code RCL_RET_OK}, {@code RCL_RET_TIMEOUT}. */
    static final int OK = 0;

    static final int TIMEOUT = 2;
    /**
     * Size of the structures of two pointers: context, impl ({@code rcl/node.h}, {@code rcl/publisher.h} and so on).
     */
    static final int HANDLE = 16;

    private final NativeLibrary library;
    private final Map<String, Function> functions = new ConcurrentHashMap<>();
    private final Allocator.Value allocator;

    private Rcl(NativeLibrary library) {
        this.library = library;
        this.allocator = (Allocator.Value)
                library.getFunction("rcutils_get_default_allocator").invoke(Allocator.Value.class, new Object[0]);
        this.allocator.write();
    }

    static Rcl load() {
        try {
            return new Rcl(Libraries.load("rcl"));
        } catch (UnsatisfiedLinkError e) {
            throw new AdapterException(
                    "ROS 2 is not found, librcl cannot be loaded: start with it sourced"
                            + " (. /opt/ros/<distro>/setup.sh), or reach the robot by  use: rosbridge",
                    e);
        }
    }

    boolean has(String function) {
        try {
            return function(function) != null;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    /** Call a function and give its code. */
    int invoke(String function, Object... arguments) {
        return function(function).invokeInt(arguments);
    }

    /** Call a function that must succeed. */
    void call(String function, Object... arguments) {
        int code = invoke(function, arguments);
        if (code != OK) {
            throw failed(function, code);
        }
    }

    RclException failed(String function, int code) {
        Text1024 text = (Text1024) function("rcutils_get_error_string").invoke(Text1024.class, new Object[0]);
        function("rcutils_reset_error").invokeVoid(new Object[0]);
        int end = 0;
        while (end < text.text.length && text.text[end] != 0) {
            end++;
        }
        String said = new String(text.text, 0, end, java.nio.charset.StandardCharsets.UTF_8);
        return new RclException(function + " failed with " + code + ": " + said);
    }

    /** Call a function that gives a text. */
    String text(String function, Object... arguments) {
        return function(function).invokeString(arguments, false);
    }

    /** Forget what a failure that is no error has said. */
    void forget() {
        function("rcutils_reset_error").invokeVoid(new Object[0]);
    }

    Allocator.Value allocator() {
        return allocator;
    }

    Pointer allocatorPointer() {
        return allocator.getPointer();
    }

    /** Give options as their function returns them; read into more room than any of them takes. */
    Memory options(String function) {
        Options options = (Options) function(function).invoke(Options.class, new Object[0]);
        Memory memory = new Memory(options.bytes.length);
        memory.write(0, options.bytes, 0, options.bytes.length);
        return memory;
    }

    static Memory zeroed(int bytes) {
        Memory memory = new Memory(bytes);
        memory.clear();
        return memory;
    }

    private Function function(String name) {
        return functions.computeIfAbsent(name, library::getFunction);
    }

    /** {@code rcutils_allocator_t}: four functions and a state ({@code rcutils/allocator.h}). */
    @Structure.FieldOrder({"allocate", "deallocate", "reallocate", "zeroAllocate", "state"})
    public static class Allocator extends Structure {
        static final int BYTES = 40;

        public Pointer allocate = Pointer.NULL;
        public Pointer deallocate = Pointer.NULL;
        public Pointer reallocate = Pointer.NULL;
        public Pointer zeroAllocate = Pointer.NULL;
        public Pointer state = Pointer.NULL;

        /** Passed by value. */
        public static final class Value extends Allocator implements Structure.ByValue {}
    }

    /** {@code rcutils_error_string_t} ({@code rcutils/error_handling.h}). */
    @Structure.FieldOrder("text")
    public static final class Text1024 extends Structure implements Structure.ByValue {
        public byte[] text = new byte[1024];
    }

    /** Options of any kind; the largest, those of a node, take some 200 bytes. */
    @Structure.FieldOrder("bytes")
    public static final class Options extends Structure implements Structure.ByValue {
        public byte[] bytes = new byte[1024];
    }
}
