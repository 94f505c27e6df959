package dev.aizuchi.ros2.rcl;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.cdr.Cdr;
import dev.aizuchi.ros2.cdr.MalformedException;
import dev.aizuchi.ros2.definition.Definitions;
import dev.aizuchi.ros2.definition.Shape.Message;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Ask one service; confined to the spinner's thread. */
final class Client implements Waiting.Entity {
    private static final System.Logger LOG = System.getLogger(Client.class.getName());
    /** {@code RCL_RET_CLIENT_TAKE_FAILED}: there is nothing more. */
    private static final int NOTHING = 501;
    /** {@code rmw_request_id_t} ({@code rmw/types.h}): the writer's 16 bytes, and the number of the request. */
    static final int ID = 24;

    private static final int NUMBER = 16;

    private final Rcl rcl;
    private final Node node;
    private final String request;
    private final Message response;
    private final Memory handle;
    private final Map<Long, Consumer<Datum.Fields>> open = new HashMap<>();

    /** Make one for a service's type, such as {@code std_srvs/srv/SetBool}. */
    Client(Rcl rcl, Node node, Definitions definitions, String name, String type) {
        this.rcl = rcl;
        this.node = node;
        this.request = type + "_Request";
        this.response = definitions.message(type + "_Response");
        this.handle = node.client(name, type);
    }

    boolean isServed() {
        return node.isServed(handle);
    }

    /**
     * Send a request.
     *
     * @return its number, for {@link #forget}
     */
    long ask(byte[] cdr, Consumer<Datum.Fields> answered) {
        Pointer structure = node.types().create(request, cdr);
        try {
            Memory number = Rcl.zeroed(8);
            rcl.call("rcl_send_request", handle, structure, number);
            open.put(number.getLong(0), answered);
            return number.getLong(0);
        } finally {
            node.types().destroy(request, structure);
        }
    }

    /** Wait for an answer no longer. */
    void forget(long number) {
        open.remove(number);
    }

    @Override
    public Waiting.Kind kind() {
        return Waiting.Kind.CLIENT;
    }

    @Override
    public Memory handle() {
        return handle;
    }

    @Override
    public void end() {
        node.end("client", handle);
    }

    @Override
    public void ready() {
        Pointer structure = node.types().create(response.name());
        try {
            Memory id = Rcl.zeroed(ID);
            int code = rcl.invoke("rcl_take_response", handle, id, structure);
            if (code == NOTHING) {
                rcl.forget();
                return;
            }
            if (code != Rcl.OK) {
                throw rcl.failed("rcl_take_response", code);
            }
            Consumer<Datum.Fields> answered = open.remove(id.getLong(NUMBER));
            if (answered != null) {
                answered.accept(Cdr.decode(response, node.types().cdr(response.name(), structure)));
            }
        } catch (MalformedException e) {
            LOG.log(Level.WARNING, "an answer was dropped: {0}", e.getMessage());
        } finally {
            node.types().destroy(response.name(), structure);
        }
    }
}
