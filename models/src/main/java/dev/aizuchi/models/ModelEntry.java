package dev.aizuchi.models;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Describe one model of the catalogue.
 *
 * @param id lower-case letters, digits and hyphens; also the name of its folder in the store
 * @param licence an SPDX identifier where there is one
 * @param credit whom the licence asks to name
 * @param bytes what is fetched, about; 0 when unknown
 * @param shipped folder below the shipped models, relative; empty when the repository does not carry the model
 * @param downloads what to fetch, in order; empty when the model only comes with the repository
 */
public record ModelEntry(
        String id,
        String title,
        Kind kind,
        String licence,
        URI licenceUrl,
        String credit,
        long bytes,
        String shipped,
        List<Download> downloads) {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]*");

    public ModelEntry {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id " + id + " is not lower-case letters, digits and hyphens");
        }
        if (title.isBlank() || licence.isBlank()) {
            throw new IllegalArgumentException("title and licence must say something");
        }
        if (!shipped.isEmpty()) {
            SafePath.check(shipped);
        }
        downloads = List.copyOf(downloads);
        if (shipped.isEmpty() && downloads.isEmpty()) {
            throw new IllegalArgumentException("neither shipped nor a download is given");
        }
    }

    /** Say what a model is for. */
    public enum Kind {
        RECOGNIZER,
        ENCODER,
        VOICE_DETECTOR,
        SYNTHESIZER,
        TURN_END,
        LANGUAGE_MODEL;

        /** Give the name as catalogue files write it, such as {@code voice-detector}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Name one file to fetch and what becomes of it.
     *
     * @param sha256 64 lower-case hexadecimal digits; empty when the publisher gives none, then the first fetch pins it
     * @param bytes the exact length; 0 when unknown
     */
    public record Download(URI url, String sha256, long bytes, Packing packing) {
        private static final long LENGTH_LIMIT = 50_000_000_000L;
        private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

        public Download {
            String scheme = String.valueOf(url.getScheme());
            if (!Set.of("https", "http").contains(scheme) || url.getHost() == null) {
                throw new IllegalArgumentException("url " + url + " is not an http(s) address");
            }
            if (!sha256.isEmpty() && !SHA256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("sha256 is not 64 lower-case hexadecimal digits");
            }
            if (bytes < 0) {
                throw new IllegalArgumentException("bytes is negative");
            }
        }

        /** Give the most bytes to take when a server does not say how many come. */
        long limit() {
            return bytes > 0 ? bytes : LENGTH_LIMIT;
        }

        /** Give the last part of the address, the name under which people have the file. */
        public String fileName() {
            String path = url.getPath();
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Say how a fetched file becomes files of the model. */
    public sealed interface Packing {
        /** Take the file as it is; several with the same {@code to} are joined in order. */
        record Plain(String to) implements Packing {
            public Plain {
                SafePath.check(to);
            }
        }

        /** Unpack all of a zip archive that lies below the folder {@code strip}; all of it when empty. */
        record Tree(String strip) implements Packing {
            public Tree {
                if (!strip.isEmpty()) {
                    SafePath.check(strip);
                    strip = strip.endsWith("/") ? strip : strip + "/";
                }
            }
        }

        /** Unpack one member of a zip archive; several with the same {@code to} are joined in order. */
        record Member(String member, String to) implements Packing {
            public Member {
                SafePath.check(member);
                SafePath.check(to);
            }
        }
    }
}
