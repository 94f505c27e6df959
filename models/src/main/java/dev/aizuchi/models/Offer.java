package dev.aizuchi.models;

import java.net.URI;
import java.util.List;

/**
 * Tell a person what a fetch would bring, before anything is fetched.
 *
 * @param bytes what is fetched, about; 0 when unknown
 * @param sources the addresses, in order; empty when the model comes with the repository only
 */
public record Offer(
        String id, String title, String licence, URI licenceUrl, String credit, long bytes, List<URI> sources) {
    public Offer {
        sources = List.copyOf(sources);
    }

    static Offer of(ModelEntry entry) {
        return new Offer(
                entry.id(),
                entry.title(),
                entry.licence(),
                entry.licenceUrl(),
                entry.credit(),
                entry.bytes(),
                entry.downloads().stream().map(ModelEntry.Download::url).toList());
    }
}
