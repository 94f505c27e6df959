package dev.aizuchi.app.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Write a new site pack that passes the check, with an example of all that a pack can hold.
 *
 * @param name of its folder, and of the site where it can be said
 */
public record SiteTemplate(String name) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}ー_-]*");
    private static final List<String> FILES = List.of(
            "site.yaml",
            "lexicon.tsv",
            "documents/guide.md",
            "phrases/care.txt",
            "phrases/conversation.txt",
            "texts/care.properties",
            "texts/conversation.properties",
            "texts/engine.properties",
            "README.md");

    /** Take a name of letters, digits, - and _. */
    public SiteTemplate {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    name + " is no name for a site pack; take letters, digits, - and _, such as my-site");
        }
    }

    /** Write all files below a folder, which must not be there yet. */
    public void write(Path folder) throws IOException {
        for (String file : FILES) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, resource(file).replace("@name@", name).replace("@spoken@", spoken()));
        }
    }

    /** A name in Latin letters is for the file system. */
    private String spoken() {
        return name.chars().allMatch(letter -> letter < 0x80) ? SitePack.texts().say("template.name") : name;
    }

    private static String resource(String file) throws IOException {
        try (InputStream in = SiteTemplate.class.getResourceAsStream("template/" + file)) {
            if (in == null) {
                throw new IOException("the jar lacks template/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
