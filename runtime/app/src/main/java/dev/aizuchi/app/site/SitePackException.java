package dev.aizuchi.app.site;

import java.util.List;
import java.util.stream.Collectors;

/** Signal a site pack that cannot be used; the message has a line for each fault. */
public final class SitePackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SitePackException(List<Fault> faults) {
        super(faults.stream().sorted().map(Fault::toString).collect(Collectors.joining(System.lineSeparator())));
    }

    SitePackException(String message) {
        super(message);
    }

    SitePackException(String message, Throwable cause) {
        super(message, cause);
    }
}
