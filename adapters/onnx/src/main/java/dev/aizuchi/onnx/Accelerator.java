package dev.aizuchi.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Name what computes a network: an execution provider of ONNX Runtime, or the choice of one.
 *
 * <p>{@link #AUTO} takes the first that the library in use was built with and that opens on this machine, in the order
 * in which they stand here; the processor comes last and is always there.
 */
public enum Accelerator {
    AUTO,
    TENSORRT,
    CUDA,
    OPENVINO,
    QNN,
    COREML,
    CPU;

    private static final Map<Accelerator, OrtProvider> PROVIDERS = Map.of(
            TENSORRT, OrtProvider.TENSOR_RT,
            CUDA, OrtProvider.CUDA,
            OPENVINO, OrtProvider.OPEN_VINO,
            QNN, OrtProvider.QNN,
            COREML, OrtProvider.CORE_ML,
            CPU, OrtProvider.CPU);

    /** Give the name as it is written in a configuration. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** List what to try, in order; the processor is the last resort of every choice. */
    List<Accelerator> tries() {
        return this == AUTO
                ? Stream.of(values()).filter(one -> one != AUTO).toList()
                : this == CPU ? List.of(CPU) : List.of(this, CPU);
    }

    boolean isBuiltInto(Set<OrtProvider> library) {
        return library.contains(PROVIDERS.get(this));
    }

    /** Ask a session to compute by this. */
    void addTo(OrtSession.SessionOptions options) throws OrtException {
        switch (this) {
            case TENSORRT -> {
                options.addTensorrt(0);
                // What TensorRT cannot compute stays on the same device.
                options.addCUDA(0);
            }
            case CUDA -> options.addCUDA(0);
            case OPENVINO -> options.addOpenVINO("");
            case QNN -> options.addQnn(Map.of());
            case COREML -> options.addCoreML(EnumSet.noneOf(ai.onnxruntime.providers.CoreMLFlags.class));
            case AUTO, CPU -> {
                // The processor is there without asking.
            }
        }
    }
}
