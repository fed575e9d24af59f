package easel.engine;

import java.util.List;

/**
 * Skip layer guidance, for diffusion transformers: some layers are left out of one more evaluation, and the picture is
 * pushed away from what that gives.
 *
 * @param layers which are left out, counted from 0
 * @param from   the part of the steps at which it begins, 0 to 1
 * @param to     the part at which it ends
 * @param scale  how strongly; SD3.5 medium wants 2.5
 * @param onNegative whether they are left out of the negative prompt's evaluation instead, which costs no further one
 */
public record SkipLayers(List<Integer> layers, double from, double to, double scale, boolean onNegative) {
    public SkipLayers {
        layers = List.copyOf(layers);
    }
}
