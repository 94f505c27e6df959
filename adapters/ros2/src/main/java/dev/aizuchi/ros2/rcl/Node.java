package dev.aizuchi.ros2.rcl;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.StringArray;
import dev.aizuchi.bus.Endpoint.Delivery;
import java.util.ArrayList;
import java.util.List;

/** Hold a context of ROS 2 with one node, and make the entities of that node; may be used from any thread. */
final class Node {
    /**
     * How many messages an end holds for the other: enough for a burst, and not so many that pictures which nobody
     * fetches fill the memory.
     */
    private static final long DEPTH = 100;

    // rmw_qos_profile_t stands first in all options (rmw/types.h): history 0, depth 8, reliability 16, durability 20.
    private static final int KEEP_LAST = 1;
    private static final int RELIABLE = 1;
    private static final int BEST_EFFORT = 2;
    private static final int TRANSIENT_LOCAL = 1;
    private static final int VOLATILE = 2;

    private final Rcl rcl;
    private final TypeSupport types;
    private final Memory context = Rcl.zeroed(64);
    private final Memory options = Rcl.zeroed(Rcl.HANDLE);
    private final Memory node = Rcl.zeroed(Rcl.HANDLE);

    Node(Rcl rcl, RclSettings settings) {
        this.rcl = rcl;
        this.types = new TypeSupport(rcl);
        Surroundings.with(rcl, settings.discovery(), () -> beginContext(settings));
        try {
            rcl.call(
                    "rcl_node_init",
                    node,
                    settings.node(),
                    settings.namespace(),
                    context,
                    rcl.options("rcl_node_get_default_options"));
        } catch (RclException e) {
            endContext();
            throw e;
        }
    }

    private void beginContext(RclSettings settings) {
        rcl.call("rcl_init_options_init", options, rcl.allocator());
        Integer domain = settings.domain();
        if (domain != null) {
            rcl.call("rcl_init_options_set_domain_id", options, domain.longValue());
        }
        List<String> arguments = new ArrayList<>(settings.arguments());
        if (!arguments.isEmpty()) {
            arguments.add(0, "--ros-args");
        }
        rcl.call(
                "rcl_init",
                arguments.size(),
                arguments.isEmpty() ? Pointer.NULL : new StringArray(arguments.toArray(new String[0])),
                options,
                context);
    }

    Pointer context() {
        return context;
    }

    TypeSupport types() {
        return types;
    }

    synchronized Memory publisher(String name, String type, Delivery delivery) {
        Memory publisher = Rcl.zeroed(Rcl.HANDLE);
        Memory qos = qos(rcl.options("rcl_publisher_get_default_options"), delivery);
        rcl.call("rcl_publisher_init", publisher, node, types.message(type), name, qos);
        return publisher;
    }

    synchronized Memory subscription(String name, String type, Delivery delivery) {
        Memory subscription = Rcl.zeroed(Rcl.HANDLE);
        Memory qos = qos(rcl.options("rcl_subscription_get_default_options"), delivery);
        rcl.call("rcl_subscription_init", subscription, node, types.message(type), name, qos);
        return subscription;
    }

    synchronized Memory client(String name, String type) {
        Memory client = Rcl.zeroed(Rcl.HANDLE);
        Memory defaults = rcl.options("rcl_client_get_default_options");
        rcl.call("rcl_client_init", client, node, types.service(type), name, defaults);
        return client;
    }

    synchronized Memory service(String name, String type) {
        Memory service = Rcl.zeroed(Rcl.HANDLE);
        Memory defaults = rcl.options("rcl_service_get_default_options");
        rcl.call("rcl_service_init", service, node, types.service(type), name, defaults);
        return service;
    }

    boolean isServed(Memory client) {
        Memory is = Rcl.zeroed(8);
        rcl.call("rcl_service_server_is_available", node, client, is);
        return is.getByte(0) != 0;
    }

    /** Tell how many publish on a topic, whether or not they can be heard. */
    long publishers(String topic) {
        Memory count = Rcl.zeroed(8);
        rcl.call("rcl_count_publishers", node, topic, count);
        return count.getLong(0);
    }

    /** End an entity of a kind, such as {@code publisher}. */
    synchronized void end(String kind, Memory entity) {
        rcl.call("rcl_" + kind + "_fini", entity, node);
    }

    synchronized void close() {
        rcl.call("rcl_node_fini", node);
        endContext();
    }

    private void endContext() {
        rcl.call("rcl_shutdown", context);
        rcl.call("rcl_context_fini", context);
        rcl.call("rcl_init_options_fini", options);
    }

    private static Memory qos(Memory options, Delivery delivery) {
        options.setInt(0, KEEP_LAST);
        options.setLong(8, delivery == Delivery.RELIABLE ? DEPTH : 1);
        options.setInt(16, delivery == Delivery.NEWEST ? BEST_EFFORT : RELIABLE);
        options.setInt(20, delivery == Delivery.KEPT ? TRANSIENT_LOCAL : VOLATILE);
        return options;
    }
}
