package dev.aizuchi.onnx;

import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.aizuchi.plugin.AdapterException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Hold one loaded network.
 *
 * <p>One thread computes, and it does not spin while it waits: on the two to four cores of a robot a spinning pool
 * takes the time of the recogniser beside it and gains nothing for networks of this size. An accelerator that does not
 * open is passed over, and the processor computes instead.
 */
final class Model implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Model.class.getName());

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String name;
    private final Placement placement;

    private Model(OrtEnvironment environment, OrtSession session, String name, Placement placement) {
        this.environment = environment;
        this.session = session;
        this.name = name;
        this.placement = placement;
    }

    /**
     * Load a network.
     *
     * @param id the catalogue's name of the model, for the cure in the message
     */
    static Model load(Path file, String id) {
        return load(file, id, Accelerator.CPU);
    }

    /**
     * Load a network for an accelerator, or for the processor when that does not open here.
     *
     * @param id the catalogue's name of the model, for the cure in the message
     */
    static Model load(Path file, String id, Accelerator wanted) {
        if (!Files.isRegularFile(file)) {
            throw new AdapterException("the model file " + file + " is missing; " + cure(id));
        }
        try {
            return DeepStack.call(() -> open(file, wanted));
        } catch (OrtException e) {
            throw new AdapterException("the model file " + file + " cannot be loaded; it is damaged. " + cure(id), e);
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new AdapterException(
                    "ONNX Runtime has no native library that runs here (" + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + "); it is unpacked to "
                            + System.getProperty("java.io.tmpdir")
                            + ", which must allow programs to run, or name a folder that holds it by"
                            + " -Donnxruntime.native.path",
                    e);
        }
    }

    private static Model open(Path file, Accelerator wanted) throws OrtException {
        List<String> passedOver = new ArrayList<>();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        environment.setTelemetry(false);
        for (Accelerator accelerator : wanted.tries()) {
            if (!accelerator.isBuiltInto(OrtEnvironment.getAvailableProviders())) {
                passedOver.add(accelerator.wireName() + ": not in this build of ONNX Runtime");
                continue;
            }
            try {
                OrtSession session = session(environment, file, accelerator);
                Placement placement = new Placement(accelerator, passedOver);
                tell(wanted, placement, file);
                return new Model(environment, session, file.toString(), placement);
            } catch (OrtException e) {
                if (accelerator == Accelerator.CPU) {
                    throw e;
                }
                passedOver.add(accelerator.wireName() + ": " + firstLine(e));
            }
        }
        throw new IllegalStateException("this build of ONNX Runtime cannot compute on the processor: " + passedOver);
    }

    private static OrtSession session(OrtEnvironment environment, Path file, Accelerator accelerator)
            throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            accelerator.addTo(options);
            return environment.createSession(file.toString(), options);
        }
    }

    /** A named accelerator that does not open is worth a warning; that a build has none is nothing to tell of. */
    private static void tell(Accelerator wanted, Placement placement, Path file) {
        System.Logger.Level level = placement.accelerator() != Accelerator.CPU
                ? System.Logger.Level.INFO
                : wanted == Accelerator.AUTO || wanted == Accelerator.CPU
                        ? System.Logger.Level.DEBUG
                        : System.Logger.Level.WARNING;
        LOG.log(level, "{0} is computed by {1}", file.getFileName(), placement);
    }

    private static String firstLine(OrtException e) {
        return String.valueOf(e.getMessage()).lines().limit(1).collect(Collectors.joining());
    }

    /** Tell what computes. */
    Placement placement() {
        return placement;
    }

    /** Say how to get a model again. */
    static String cure(String id) {
        return "get it by: ./aizuchi models fetch " + id;
    }

    OrtEnvironment environment() {
        return environment;
    }

    /** Run the network; the caller closes the result. */
    OrtSession.Result run(Map<String, ? extends OnnxTensorLike> inputs) throws OrtException {
        return session.run(inputs);
    }

    /** Name the file in an error. */
    AdapterException failure(OrtException cause) {
        return new AdapterException("the model " + name + " failed: " + cause.getMessage(), cause);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw failure(e);
        }
    }
}
