package dev.aizuchi.cluster;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Say where the other machines are looked for. */
public sealed interface Join {
    /** What stands before the name of a Kubernetes service. */
    String KUBERNETES = "kubernetes:";

    /**
     * Look at named machines; one that answers tells of all others.
     *
     * @param hosts each a name or an address, with {@code :PORT} where it is not the usual one
     */
    record Hosts(List<String> hosts) implements Join {
        private static final Pattern HOST = Pattern.compile("[\\w.-]+(:\\d{1,5})?|\\[[0-9a-fA-F:.%]+](:\\d{1,5})?");

        public Hosts {
            hosts = List.copyOf(hosts);
            for (String host : hosts) {
                if (!HOST.matcher(host).matches()) {
                    throw new ClusterException("「" + host + "」 is no machine: write HOST or HOST:PORT, several with"
                            + " commas between, or " + KUBERNETES + "SERVICE");
                }
            }
        }
    }

    /**
     * Ask the name service of a Kubernetes cluster, which needs no right in it.
     *
     * @param service full name of a headless service that selects the machines
     */
    record Kubernetes(String service) implements Join {
        private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");

        public Kubernetes {
            if (!NAME.matcher(service).matches()) {
                throw new ClusterException("「" + service + "」 is no name of a service: write " + KUBERNETES
                        + "aizuchi-workers.NAMESPACE.svc.cluster.local");
            }
        }
    }

    /** Read what a person wrote: {@code HOST[:PORT],…} or {@code kubernetes:SERVICE}. */
    static Join parse(String written) {
        return written.startsWith(KUBERNETES)
                ? new Kubernetes(written.substring(KUBERNETES.length()))
                : new Hosts(Stream.of(written.split(",", -1)).map(String::strip).toList());
    }
}
