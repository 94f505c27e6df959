package dev.aizuchi.plugin;

/**
 * Declare an adapter: the one way by which a configuration file finds it.
 *
 * @param <T> the port that it provides
 * @param <C> its settings, a record bound from the {@code with:} part of the configuration
 */
public interface AdapterProvider<T, C extends Record> {

    /** Give the name that {@code use:} picks, in kebab case; unique for each port. */
    String name();

    /** Give the port. */
    Class<T> provides();

    /** Give the settings record. */
    Class<C> settings();

    /**
     * Open the adapter.
     *
     * @throws AdapterException when it cannot be opened; the message names the thing and the cure
     */
    T open(C settings);
}
