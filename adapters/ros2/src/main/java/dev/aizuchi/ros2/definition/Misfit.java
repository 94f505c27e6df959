package dev.aizuchi.ros2.definition;

/** Carry what does not fit up to the message it stands in, gathering its place on the way. */
public final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final StringBuilder place = new StringBuilder();
    private final String what;

    public Misfit(String what) {
        super(what, null, false, false);
        this.what = what;
    }

    /** Put a field's name, or an item's number, before the place. */
    public Misfit within(String outer) {
        place.insert(0, outer);
        return this;
    }

    /** Say where and what, to follow the name of the type. */
    public String told() {
        return place + " " + what;
    }
}
