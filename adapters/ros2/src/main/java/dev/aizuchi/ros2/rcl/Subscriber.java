package dev.aizuchi.ros2.rcl;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.bus.Endpoint;
import dev.aizuchi.ros2.cdr.Cdr;
import dev.aizuchi.ros2.cdr.MalformedException;
import dev.aizuchi.ros2.definition.Shape.Message;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Consumer;

/** Hear one topic; confined to the spinner's thread once it is waited for. */
final class Subscriber implements Waiting.Entity {
    private static final System.Logger LOG = System.getLogger(Subscriber.class.getName());
    /** {@code RCL_RET_SUBSCRIPTION_TAKE_FAILED}: there is nothing more. */
    private static final int NOTHING = 401;
    /** After so many at once the others have their turn. */
    private static final int AT_ONCE = 50;

    /** Much longer than two ends need to find each other. */
    static final Duration WATCH = Duration.ofSeconds(3);

    private final Rcl rcl;
    private final Node node;
    private final Message type;
    private final Consumer<Datum.Fields> listener;
    private final Memory handle;
    private final Memory count = Rcl.zeroed(8);
    private long dropped;
    private boolean ended;

    Subscriber(Rcl rcl, Node node, Endpoint topic, Message type, Consumer<Datum.Fields> listener) {
        this.rcl = rcl;
        this.node = node;
        this.type = type;
        this.listener = listener;
        this.handle = node.subscription(topic.name(), type.name(), topic.delivery());
    }

    /** Tell whether somebody publishes to it. */
    boolean isFed() {
        rcl.call("rcl_subscription_get_publisher_count", handle, count);
        return count.getLong(0) > 0;
    }

    /**
     * Watch whether it hears who publishes, and log where it cannot: ROS 2 says nothing of it on this side.
     *
     * @param spinner whose thread calls this
     */
    void watch(Spinner spinner) {
        if (ended || isFed()) {
            return;
        }
        String topic = rcl.text("rcl_subscription_get_topic_name", handle);
        if (node.publishers(topic) == 0) {
            spinner.later(WATCH, () -> watch(spinner));
        } else {
            LOG.log(
                    Level.WARNING,
                    "{0} is published with a lower quality of service than it is heard with: nothing arrives;"
                            + " hear it as NEWEST",
                    topic);
        }
    }

    @Override
    public Waiting.Kind kind() {
        return Waiting.Kind.SUBSCRIPTION;
    }

    @Override
    public Memory handle() {
        return handle;
    }

    @Override
    public void end() {
        ended = true;
        node.end("subscription", handle);
    }

    @Override
    public void ready() {
        try (Serialized bytes = Serialized.empty(rcl)) {
            for (int i = 0; i < AT_ONCE; i++) {
                int code =
                        rcl.invoke("rcl_take_serialized_message", handle, bytes.pointer(), Pointer.NULL, Pointer.NULL);
                if (code == NOTHING) {
                    rcl.forget();
                    return;
                }
                if (code != Rcl.OK) {
                    throw rcl.failed("rcl_take_serialized_message", code);
                }
                tell(bytes.bytes());
            }
        }
    }

    private void tell(byte[] cdr) {
        try {
            listener.accept(Cdr.decode(type, cdr));
        } catch (MalformedException e) {
            LOG.log(Level.WARNING, "message {0} dropped: {1}", ++dropped, e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a listener failed", e);
        }
    }
}
