package dev.aizuchi.onnx;

import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.aizuchi.plugin.AdapterException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Hold one loaded network.
 *
 * <p>One thread computes, and it does not spin while it waits: on the two to four cores of a robot a spinning pool
 * takes the time of the recogniser beside it and gains nothing for networks of this size.
 */
final class Model implements AutoCloseable {
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String name;

    private Model(OrtEnvironment environment, OrtSession session, String name) {
        this.environment = environment;
        this.session = session;
        this.name = name;
    }

    /**
     * Load a network.
     *
     * @param id the catalogue's name of the model, for the cure in the message
     */
    static Model load(Path file, String id) {
        if (!Files.isRegularFile(file)) {
            throw new AdapterException("the model file " + file + " is missing; " + cure(id));
        }
        try {
            return DeepStack.call(() -> open(file));
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

    private static Model open(Path file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            return new Model(environment, environment.createSession(file.toString(), options), file.toString());
        }
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
