package easel.nodes;

import easel.engine.ContextKey;
import easel.engine.Execution;
import easel.engine.LoraMode;
import easel.engine.ModelFiles;
import easel.engine.Prediction;
import easel.engine.Rng;
import easel.engine.Rung;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a model is brought into memory.
 *
 * @param rung           how sparing with memory it begins; where that is too little it goes on from there
 * @param flashAttention whether attention takes less memory, whatever the settings say
 * @param mmap           whether its files are mapped, whatever the settings say
 * @param rng            where its noise comes from
 * @param seamlessX      whether its pictures go on from right to left
 * @param seamlessY      whether they go on from below to above
 * @param prediction     what it foretells, or null as its file says
 */
public record Loading(Rung rung, boolean flashAttention, boolean mmap, Rng rng, boolean seamlessX, boolean seamlessY, @Nullable Prediction prediction) {

    /** As the engine and the settings have it. */
    public static final Loading PLAIN = new Loading(Rung.AS_ASKED, false, false, Rng.CUDA, false, false, null);

    /** This with pictures that go on at their edges. */
    public Loading seamless(boolean x, boolean y) {
        return new Loading(rung, flashAttention, mmap, rng, x, y, prediction);
    }

    /** This with noise from elsewhere. */
    public Loading noise(Rng from) {
        return new Loading(rung, flashAttention, mmap, from, seamlessX, seamlessY, prediction);
    }

    /** The files, brought into memory so. */
    public ContextKey context(ModelFiles files, Execution execution) {
        Rung begin = rung.compareTo(execution.rung()) > 0 ? rung : execution.rung();
        Execution so = new Execution(execution.device(), execution.threads(), begin, execution.flashAttention() || flashAttention, execution.mmap() || mmap);
        return new ContextKey(files, List.of(), so, LoraMode.AT_RUNTIME, rng, rng, seamlessX, seamlessY, prediction);
    }
}
