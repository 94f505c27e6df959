package dev.aizuchi.sim.hazard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiPredicate;

/** All that spreads over one floor; begins calm, and costs nothing while it is. */
public final class Hazards {
    /** Percent of the lower explosive limit that a cell can hold: pure methane is 20 times its limit. */
    private static final double PURE_GAS = 2000;

    private static final double HOTTEST = 800;
    private static final double DENSEST = 10;
    /** Two changes of air an hour. */
    private static final double AIR_CHANGE = 2 / 3600.0;

    private static final double HEAT_LOST = 0.02;
    /** Sight in metres times extinction per metre, for things that shine by reflected light (Jin 1978). */
    private static final double JIN = 3;

    /** Tells what parts two spots. */
    @FunctionalInterface
    public interface Barrier {
        /** Tell whether a wall or a closed door stands between. */
        boolean parts(double x0, double y0, double x1, double y1);
    }

    /** One cell in which there is something, by the middle of it; {@code amount} is told in {@code unit}. */
    public record Patch(String kind, double x, double y, double amount, String unit) {}

    private final Lattice lattice;
    private final Diffusion gas;
    private final Diffusion heat;
    private final Diffusion smoke;
    private final Fire fire;
    private final Water water;
    /** What there is, cell by cell; empty when it has to be looked for anew. */
    private Optional<List<Patch>> patches = Optional.empty();

    private int leak = -1;
    private double leakASecond;

    /**
     * Take a floor without any.
     *
     * @param furniture tells whether a spot has something on it that burns long
     */
    public Hazards(double width, double height, BiPredicate<Double, Double> furniture, Random random) {
        lattice = new Lattice(width, height);
        gas = new Diffusion(lattice, AIR_CHANGE, PURE_GAS);
        heat = new Diffusion(lattice, HEAT_LOST, HOTTEST);
        smoke = new Diffusion(lattice, AIR_CHANGE, DENSEST);
        water = new Water(lattice);
        boolean[] burnsLong = new boolean[lattice.size()];
        for (int cell = 0; cell < burnsLong.length; cell++) {
            burnsLong[cell] = furniture.test(lattice.x(cell), lattice.y(cell));
        }
        fire = new Fire(lattice, random, burnsLong);
    }

    /** Find anew what passes where; before the first step, and when a door moved. */
    public void survey(Barrier barrier) {
        lattice.survey(barrier);
    }

    /** Let gas out: so many percent of the lower explosive limit a second into a cell of half a metre; 0 closes it. */
    public void leak(double x, double y, double lelPercentASecond) {
        leak = lattice.at(x, y);
        leakASecond = lelPercentASecond;
    }

    /** Set fire to a spot. */
    public void ignite(double x, double y) {
        fire.ignite(lattice.at(x, y));
        patches = Optional.empty();
    }

    /** Put the fire out everywhere. */
    public void quench() {
        fire.quench();
        patches = Optional.empty();
    }

    /** Let water in, in litres a second; 0 stops it, and what came stays. */
    public void flood(double x, double y, double litresASecond) {
        water.pour(lattice.at(x, y), litresASecond / 1000);
    }

    /** Let a second pass. */
    public void step() {
        if (leakASecond > 0) {
            gas.add(leak, leakASecond);
        }
        fire.step(heat, smoke, water);
        gas.step();
        heat.step();
        smoke.step();
        water.step();
        patches = Optional.empty();
    }

    /** Tell what there is at a spot. */
    public Reading at(double x, double y) {
        int cell = lattice.at(x, y);
        return new Reading(
                gas.at(cell),
                Reading.CALM.celsius() + heat.at(cell),
                Math.min(Reading.CALM.sightMetres(), JIN / smoke.at(cell)),
                100 * water.depth(cell),
                fire.burns(cell));
    }

    /** List what there is, cell by cell, above what anybody would notice. */
    public List<Patch> patches() {
        List<Patch> known = patches.orElseGet(this::look);
        patches = Optional.of(known);
        return known;
    }

    private List<Patch> look() {
        List<Patch> found = new ArrayList<>();
        for (int cell = 0; cell < lattice.size(); cell++) {
            add(found, "gas", cell, gas.at(cell), 1, "lel_percent");
            add(found, "heat", cell, heat.at(cell), 10, "kelvin");
            add(found, "smoke", cell, smoke.at(cell), 0.1, "per_m");
            add(found, "water", cell, 100 * water.depth(cell), 0.1, "cm");
            add(found, "fire", cell, fire.burns(cell) ? 1 : 0, 1, "");
        }
        return List.copyOf(found);
    }

    private void add(List<Patch> found, String kind, int cell, double amount, double least, String unit) {
        if (amount >= least) {
            found.add(new Patch(kind, lattice.x(cell), lattice.y(cell), amount, unit));
        }
    }
}
