package dev.aizuchi.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KubernetesManifestTest {
    private static final YAMLMapper MAPPER = new YAMLMapper();

    private final Map<String, JsonNode> byKind = new HashMap<>();

    @BeforeEach
    void read() throws IOException {
        try (MappingIterator<JsonNode> documents = MAPPER.readerFor(JsonNode.class)
                .readValues(Path.of("kubernetes.yaml").toFile())) {
            documents.forEachRemaining(node -> byKind.put(node.path("kind").asText(), node));
        }
    }

    @Test
    void workers_and_job_look_for_members_at_the_service_that_selects_them() {
        String service = document("Service").at("/metadata/name").asText() + "."
                + document("Service").at("/metadata/namespace").asText() + ".svc.cluster.local";
        for (String kind : List.of("Deployment", "Job")) {
            assertThat(arguments(kind)).contains("--cluster=kubernetes:" + service, "--bind=$(POD_IP)");
            assertThat(document(kind).at("/spec/template/metadata/labels/app"))
                    .isEqualTo(document("Service").at("/spec/selector/app"));
            assertThat(container(kind).at("/env").findValuesAsText("name")).contains("AIZUCHI_CLUSTER_SECRET");
        }
        assertThat(Join.parse("kubernetes:" + service)).isEqualTo(new Join.Kubernetes(service));
    }

    @Test
    void only_members_reach_the_port_and_no_container_may_more_than_it_needs() {
        assertThat(document("NetworkPolicy").at("/spec/ingress/0/ports/0/port").asInt())
                .isEqualTo(ClusterSettings.USUAL_PORT);
        for (String kind : List.of("Deployment", "Job")) {
            assertThat(container(kind)
                            .at("/securityContext/readOnlyRootFilesystem")
                            .asBoolean())
                    .isTrue();
            assertThat(document(kind)
                            .at("/spec/template/spec/securityContext/runAsNonRoot")
                            .asBoolean())
                    .isTrue();
        }
    }

    private List<String> arguments(String kind) {
        List<String> arguments = new ArrayList<>();
        container(kind).path("args").forEach(argument -> arguments.add(argument.asText()));
        return arguments;
    }

    private JsonNode document(String kind) {
        return byKind.getOrDefault(kind, MissingNode.getInstance());
    }

    private JsonNode container(String kind) {
        return document(kind).at("/spec/template/spec/containers/0");
    }
}
