package dev.aizuchi.voice.hmm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Give the Gaussian distribution of a state in a label: its trees and, for each leaf, means and variances. */
final class Distributions {
    private final List<DecisionTree> trees;
    private final float[][][] leaves;
    private final int length;

    private Distributions(List<DecisionTree> trees, float[][][] leaves, int length) {
        this.trees = trees;
        this.leaves = leaves;
        this.length = length;
    }

    /**
     * Read them.
     *
     * @param length of a mean vector, all windows together
     * @param voicing whether a weight of being voiced stands behind the variances
     */
    static Distributions parse(String trees, ByteBuffer bytes, int length, boolean voicing, Questions questions) {
        List<DecisionTree> parsed = DecisionTree.parse(trees, questions);
        ByteBuffer in = bytes.order(ByteOrder.LITTLE_ENDIAN);
        float[][][] leaves = new float[parsed.size()][][];
        for (int tree = 0; tree < leaves.length; tree++) {
            int count = in.getInt();
            if (count < 0 || (long) count * length * 8 > bytes.limit()) {
                throw new IllegalArgumentException("a tree with " + count + " distributions");
            }
            leaves[tree] = new float[count][2 * length + (voicing ? 1 : 0)];
        }
        for (float[][] tree : leaves) {
            for (float[] leaf : tree) {
                for (int i = 0; i < leaf.length; i++) {
                    leaf[i] = in.getFloat();
                }
            }
        }
        return new Distributions(parsed, leaves, length);
    }

    /** Give means, then variances, then the weight of being voiced where there is one. Not to be changed. */
    float[] of(int state, Questions.Answers label) {
        return leaves[state][trees.get(state).find(label)];
    }

    int length() {
        return length;
    }

    int states() {
        return trees.size();
    }
}
