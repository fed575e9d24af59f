package easel.engine;

/** How steps that would change little are worked out from those before. Faster, and no longer quite the same picture. */
public sealed interface StepCache {

    /**
     * Whole evaluations are left out: EasyCache, for diffusion transformers, or UCache, for UNets.
     *
     * @param threshold  how much change is let pass before the model is asked again
     * @param from       the part of the steps at which it begins, 0 to 1
     * @param to         the part at which it ends
     * @param errorDecay how much of the error so far still counts at the next step, 0 to 1; UCache alone
     * @param relative   whether the threshold is of the output's size; UCache alone
     * @param resets     whether an evaluation forgets the error; UCache alone
     */
    record Steps(boolean unet, double threshold, double from, double to, double errorDecay, boolean relative, boolean resets) implements StepCache {}

    /**
     * Blocks of a diffusion transformer are left out: DBCache by how much the first ones changed, TaylorSeer by going on
     * with how they changed, or both.
     *
     * @param byDifference whether DBCache decides
     * @param byTaylor     whether TaylorSeer goes on
     * @param front        how many of the first blocks always run
     * @param back         how many of the last
     * @param threshold    how much change of the first blocks is let pass
     * @param warmup       how many steps run whole at the start
     * @param most         how many steps may be shortened; -1 for any number
     * @param inARow       how many of them one after the other; -1 for any number
     * @param mask         which steps run whole, {@code 1,0,...}; empty for no such rule
     * @param dynamic      whether steps that may be shortened are looked at all the same
     * @param derivatives  how many derivatives TaylorSeer goes on with
     * @param interval     how many steps TaylorSeer leaves out at once
     */
    record Blocks(boolean byDifference, boolean byTaylor, int front, int back, double threshold, int warmup, int most, int inARow, String mask,
            boolean dynamic, int derivatives, int interval) implements StepCache {}

    /**
     * Outputs are foretold by Chebyshev polynomials fitted to those before (Spectrum), for both kinds of models.
     *
     * @param weight of the polynomials against the last output, 0 to 1
     * @param degree of the polynomials
     * @param lambda how much the fit is smoothed
     * @param window how many steps are foretold after one that runs, at first
     * @param flex   how much longer that becomes each time
     * @param warmup how many steps run at the start
     * @param stop   the part of the steps at which it ends
     */
    record Spectrum(double weight, int degree, double lambda, int window, double flex, int warmup, double stop) implements StepCache {}
}
