package easel.engine.ffm;

import easel.engine.ContextKey;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Part;
import easel.engine.Picture;
import easel.engine.Rung;
import easel.engine.Tiling;
import easel.engine.VideoRequest;
import easel.engine.weights.Family;
import easel.engine.weights.ModelCheck;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which tiles the VAE works in: as asked for, or ones that spare memory where it is short. */
final class VaeTiles {

    // In latent pixels: 32 is what the library itself falls back to, half of it overlapping hides the seams.
    private static final Tiling SMALL = new Tiling(32, 32, 0.5);
    // The library has one size for both ways and encodes in tiles 1.305 times as large (its vae.hpp): from 32 it splits a picture
    // of 512 pixels, and the borders show; from 50 it encodes up to 520 pixels whole, for 2.4 times the memory of a smaller tile.
    private static final Tiling LARGE = new Tiling(50, 50, 0.5);
    private static final int WHOLE_IN_LARGE = 65;
    // What the library makes a picture that is looked at at most as large as.
    private static final int LOOKED_AT = 1024 * 1024;

    /** A picture that the VAE encodes. */
    private record Encoded(double width, double height) {

        boolean fits(int side) {
            return width <= side && height <= side;
        }
    }

    private VaeTiles() {}

    /** Those for a picture; null if it is painted as a whole. */
    static @Nullable Tiling of(ImageRequest request, ContextKey context) {
        List<Encoded> encoded = new ArrayList<>();
        // The hint of a ControlNet is encoded, too, but nobody looks at its latent.
        if (request.start() != null || request.control() != null && context.files().get(Part.CONTROL_NET).isEmpty()) {
            encoded.add(new Encoded(request.width(), request.height()));
        }
        for (Picture reference : request.references()) {
            double scale = Math.sqrt(Math.min(LOOKED_AT, (double) request.width() * request.height()) / ((double) reference.width() * reference.height()));
            encoded.add(new Encoded(reference.width() * scale, reference.height() * scale));
        }
        Hires hires = request.hires();
        if (hires != null && encodesAgain(hires.upscaler())) {
            encoded.add(new Encoded(hires.width(), hires.height()));
        }
        return of(request.tiling(), context, encoded);
    }

    /** Those for a video; null if it is painted as a whole. */
    static @Nullable Tiling of(VideoRequest request, ContextKey context) {
        boolean encodes = request.first() != null || request.last() != null || !request.control().isEmpty();
        return of(request.tiling(), context, encodes ? List.of(new Encoded(request.width(), request.height())) : List.of());
    }

    private static @Nullable Tiling of(@Nullable Tiling asked, ContextKey context, List<Encoded> encoded) {
        if (asked != null || context.execution().rung() == Rung.AS_ASKED) {
            return asked;
        }
        int whole = WHOLE_IN_LARGE * ModelCheck.family(context.files()).map(Family::pixelsALatent).orElse(8);
        // What is split anyway gains nothing from larger tiles.
        return !encoded.isEmpty() && encoded.stream().allMatch(picture -> picture.fits(whole)) ? LARGE : SMALL;
    }

    private static boolean encodesAgain(Hires.Upscaler upscaler) {
        return switch (upscaler) {
            case LATENT, LATENT_NEAREST, LATENT_NEAREST_EXACT, LATENT_ANTIALIASED, LATENT_BICUBIC, LATENT_BICUBIC_ANTIALIASED -> false;
            case LANCZOS, NEAREST, MODEL -> true;
        };
    }
}
