package dev.aizuchi.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ai.onnxruntime.OrtEnvironment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AcceleratorTest {

    @Test
    void auto_tries_the_processor_last_and_every_choice_ends_there() {
        assertThat(Accelerator.AUTO.tries())
                .containsExactly(
                        Accelerator.TENSORRT,
                        Accelerator.CUDA,
                        Accelerator.OPENVINO,
                        Accelerator.QNN,
                        Accelerator.COREML,
                        Accelerator.CPU);
        assertThat(Accelerator.CUDA.tries()).containsExactly(Accelerator.CUDA, Accelerator.CPU);
        assertThat(Accelerator.CPU.tries()).containsExactly(Accelerator.CPU);
    }

    /** Holds with and without a card: either it computes, or the reason is told and the processor does. */
    @ParameterizedTest
    @EnumSource(names = {"AUTO", "CUDA"})
    void whatever_is_wished_computes_the_same_and_says_what_was_passed_over(Accelerator wished) {
        try (OnnxTextEncoder encoder = OnnxTextEncoder.open(ShippedModels.encoder(), wished);
                OnnxTextEncoder processor = OnnxTextEncoder.open(ShippedModels.encoder())) {
            Placement placement = encoder.placement();
            List<Accelerator> tries = wished.tries();

            assertThat(tries).contains(placement.accelerator());
            assertThat(placement.passedOver()).hasSize(tries.indexOf(placement.accelerator()));
            assertThat(OnnxTextEncoderTest.dot(encoder.encode("お水をください"), processor.encode("お水をください")))
                    .isGreaterThan(0.999);
        }
    }

    @Test
    void what_the_library_lacks_is_named_with_the_reason() {
        Accelerator lacking = Accelerator.COREML.isBuiltInto(OrtEnvironment.getAvailableProviders())
                ? Accelerator.CUDA
                : Accelerator.COREML;
        try (OnnxTextEncoder encoder = OnnxTextEncoder.open(ShippedModels.encoder(), lacking)) {
            assertThat(encoder.placement())
                    .hasToString("cpu (" + lacking.wireName() + ": not in this build of ONNX Runtime)");
        }
    }

    @Test
    void auto_is_no_place() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Placement(Accelerator.AUTO, List.of()));
    }
}
