package dev.aizuchi.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.aizuchi.yaml.KeyLines.Spot;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class KeyLinesTest {
    @Test
    void knows_where_each_key_stands_and_takes_the_nearest_above_for_others() throws IOException {
        KeyLines lines = KeyLines.of(new YAMLMapper(), """
                # Places.
                places:
                  - name: 食堂
                    x: 1
                  - { name: 廊下 }
                """);
        assertThat(lines.spot("/places")).isEqualTo(new Spot(2, 1));
        assertThat(lines.spot("/places/0/x")).isEqualTo(new Spot(4, 5));
        assertThat(lines.line("/places/1/name")).isEqualTo(5);
        assertThat(lines.line("/places/1/radius")).isEqualTo(5);
        assertThat(lines.spot("/robot")).as("the whole").isEqualTo(new Spot(2, 1));
        assertThat(KeyLines.none().line("/places")).isOne();
    }
}
