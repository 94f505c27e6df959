package dev.aizuchi.ros2.rcl;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.aizuchi.plugin.AdapterException;

/**
 * Give what ROS 2 knows of types: its handles, and for services its structures, which are made from CDR and turned into
 * it by ROS 2 itself.
 *
 * <p>Names are those of {@code rosidl_generator_c} and {@code rosidl_typesupport_c}.
 */
final class TypeSupport {
    private final Rcl rcl;

    TypeSupport(Rcl rcl) {
        this.rcl = rcl;
    }

    /** Give the handle of a message, such as {@code std_msgs/msg/String}. */
    Pointer message(String type) {
        return handle("message", type);
    }

    /** Give the handle of a service, such as {@code std_srvs/srv/SetBool} or {@code p/action/A_SendGoal}. */
    Pointer service(String type) {
        return handle("service", type);
    }

    /** Make the structure of a message; to be destroyed. */
    Pointer create(String type) {
        return function(type, "rosidl_generator_c", symbol(type) + "__create").invokePointer(new Object[0]);
    }

    Pointer create(String type, byte[] cdr) {
        Pointer structure = create(type);
        try (Memory bytes = Serialized.of(rcl, cdr)) {
            rcl.call("rmw_deserialize", bytes, message(type), structure);
            return structure;
        } catch (RclException e) {
            destroy(type, structure);
            throw e;
        }
    }

    byte[] cdr(String type, Pointer structure) {
        try (Serialized bytes = Serialized.empty(rcl)) {
            rcl.call("rmw_serialize", structure, message(type), bytes.pointer());
            return bytes.bytes();
        }
    }

    void destroy(String type, Pointer structure) {
        function(type, "rosidl_generator_c", symbol(type) + "__destroy").invokeVoid(new Object[] {structure});
    }

    private static Pointer handle(String kind, String type) {
        String name = "rosidl_typesupport_c__get_" + kind + "_type_support_handle__" + symbol(type);
        return function(type, "rosidl_typesupport_c", name).invokePointer(new Object[0]);
    }

    private static String symbol(String type) {
        return type.replace("/", "__");
    }

    private static Function function(String type, String part, String name) {
        String pkg = type.substring(0, type.indexOf('/'));
        try {
            return Libraries.load(pkg + "__" + part).getFunction(name);
        } catch (UnsatisfiedLinkError e) {
            throw new AdapterException(
                    type + " is not built here: there is no " + name + " in lib" + pkg + "__" + part
                            + ".so; source the workspace that has the package " + pkg,
                    e);
        }
    }
}
