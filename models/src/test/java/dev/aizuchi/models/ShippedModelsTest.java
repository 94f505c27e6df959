package dev.aizuchi.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weights of this very repository: they lie beside this module's sources. */
class ShippedModelsTest {
    @TempDir
    Path nothingFetched;

    @Test
    void are_all_there_and_have_the_bytes_that_their_sums_say() {
        ModelStore store = new ModelStore(ModelCatalogue.bundled(), new StoreLocation(nothingFetched, Path.of("")));
        List<ModelStatus> shipped = store.list().stream()
                .filter(status -> !status.entry().shipped().isEmpty())
                .toList();

        assertThat(shipped).hasSizeGreaterThanOrEqualTo(3).allSatisfy(status -> {
            assertThat(status.state()).as(status.entry().id()).isEqualTo(ModelStatus.State.SHIPPED);
            assertThat(store.verify(status.entry().id()).broken()).isEmpty();
        });
    }
}
