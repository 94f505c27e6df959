package dev.aizuchi.models;

import java.nio.file.Path;
import java.util.Map;

/**
 * Say where a store keeps its models.
 *
 * @param root the folder of fetched models, one folder a model; made when first needed
 * @param shipped the folder of models that came with the product; need not exist
 * @param lockFile where hashes are pinned; a site that keeps it in version control pins them for all its robots
 */
public record StoreLocation(Path root, Path shipped, Path lockFile) {
    public StoreLocation {
        root = root.toAbsolutePath().normalize();
        shipped = shipped.toAbsolutePath().normalize();
        lockFile = lockFile.toAbsolutePath().normalize();
    }

    /** Pin hashes in {@code models.lock} below the root. */
    public StoreLocation(Path root, Path shipped) {
        this(root, shipped, root.resolve("models.lock"));
    }

    /**
     * Follow AIZUCHI_MODELS, else XDG_CACHE_HOME, else {@code .cache} below the user's home.
     *
     * @param environment the variables, as {@link System#getenv()} gives them
     */
    public static StoreLocation of(Map<String, String> environment, Path userHome, Path shipped) {
        String named = environment.getOrDefault("AIZUCHI_MODELS", "");
        if (!named.isBlank()) {
            return new StoreLocation(Path.of(named), shipped);
        }
        return new StoreLocation(cache(environment, userHome).resolve("models"), shipped);
    }

    /** Give the product's folder of what can be made or fetched anew: below XDG_CACHE_HOME, else {@code .cache}. */
    public static Path cache(Map<String, String> environment, Path userHome) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        // The XDG rules: a relative path is to be ignored.
        Path base = cache.startsWith("/") ? Path.of(cache) : userHome.resolve(".cache");
        return base.resolve("aizuchi");
    }
}
