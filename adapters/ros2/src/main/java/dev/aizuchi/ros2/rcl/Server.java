package dev.aizuchi.ros2.rcl;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import dev.aizuchi.bus.Datum;
import dev.aizuchi.ros2.cdr.Cdr;
import dev.aizuchi.ros2.cdr.MalformedException;
import dev.aizuchi.ros2.definition.Definitions;
import dev.aizuchi.ros2.definition.Shape.Message;
import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Serve one service; confined to the spinner's thread, but replies may come from any. */
final class Server implements Waiting.Entity {
    private static final System.Logger LOG = System.getLogger(Server.class.getName());
    /** {@code RCL_RET_SERVICE_TAKE_FAILED}: there is nothing more. */
    private static final int NOTHING = 601;

    private final Rcl rcl;
    private final Node node;
    private final Spinner spinner;
    private final Message request;
    private final Message response;
    private final BiConsumer<Datum.Fields, Consumer<Datum.Fields>> asked;
    private final Memory handle;
    private boolean ended;

    /**
     * Make one for a service's type.
     *
     * @param asked is given each request and where its answer goes to
     */
    Server(
            Rcl rcl,
            Node node,
            Spinner spinner,
            Definitions definitions,
            String name,
            String type,
            BiConsumer<Datum.Fields, Consumer<Datum.Fields>> asked) {
        this.rcl = rcl;
        this.node = node;
        this.spinner = spinner;
        this.request = definitions.message(type + "_Request");
        this.response = definitions.message(type + "_Response");
        this.asked = asked;
        this.handle = node.service(name, type);
    }

    @Override
    public Waiting.Kind kind() {
        return Waiting.Kind.SERVICE;
    }

    @Override
    public Memory handle() {
        return handle;
    }

    @Override
    public void ready() {
        Pointer structure = node.types().create(request.name());
        try {
            Memory id = Rcl.zeroed(Client.ID);
            int code = rcl.invoke("rcl_take_request", handle, id, structure);
            if (code == NOTHING) {
                rcl.forget();
                return;
            }
            if (code != Rcl.OK) {
                throw rcl.failed("rcl_take_request", code);
            }
            Datum.Fields question = Cdr.decode(request, node.types().cdr(request.name(), structure));
            ask(question, answer -> spinner.post(() -> reply(id, answer)));
        } catch (MalformedException e) {
            LOG.log(Level.WARNING, "a request was dropped: {0}", e.getMessage());
        } finally {
            node.types().destroy(request.name(), structure);
        }
    }

    /** Whoever answers may fail; the others that are ready must not wait for that. */
    private void ask(Datum.Fields question, Consumer<Datum.Fields> reply) {
        try {
            asked.accept(question, reply);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "answering a request failed", e);
        }
    }

    @Override
    public void end() {
        ended = true;
        node.end("service", handle);
    }

    private void reply(Memory id, Datum.Fields answer) {
        if (ended) {
            return;
        }
        Pointer structure = node.types().create(response.name(), Cdr.encode(response, answer));
        try {
            rcl.call("rcl_send_response", handle, id, structure);
        } finally {
            node.types().destroy(response.name(), structure);
        }
    }
}
