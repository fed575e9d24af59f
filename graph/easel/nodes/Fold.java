package easel.nodes;

import easel.engine.ContextKey;
import easel.engine.Control;
import easel.engine.Embedding;
import easel.engine.EngineException;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Lora;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.engine.PhotoId;
import easel.engine.Picture;
import easel.engine.Result;
import easel.engine.Sampling;
import easel.engine.Start;
import easel.engine.Tiling;
import easel.engine.VideoRequest;
import easel.engine.weights.Family;
import easel.engine.weights.ModelCheck;
import easel.engine.weights.Starter;
import easel.format.Infotext;
import easel.graph.NodeId;
import easel.graph.Problem;
import easel.pixels.Pictures;
import easel.pixels.Resample;
import easel.pixels.Sizing;
import easel.prompt.Lexicon;
import easel.prompt.Style;
import easel.prompt.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one call of the engine that a chain of describing nodes comes to: the library encodes, samples, samples again
 * and decodes in one go. What cannot be had in one go goes through the pixels of a call before; what cannot be had at
 * all is {@link Unfoldable}. Making a fold touches no pixel and asks no engine.
 */
public final class Fold {

    /** A word for a person and the one behind it that stands for the pictures. */
    private static final Pattern PERSON = Pattern.compile("\\b\\w+\\W+" + PhotoId.WORD + "\\b", Pattern.UNICODE_CHARACTER_CLASS);

    private final Pass pass;
    private final @Nullable Second second;
    private final Beginning beginning;
    private final ModelFiles files;
    private final @Nullable Tiling tiling;
    private final List<Problem> warnings;

    /** A pass that goes on where the first ended, in the engine. */
    private record Second(NodeId origin, Hires.Upscaler upscaler, @Nullable Path model, @Nullable Sizing size, int steps, double strength) {}

    private sealed interface Beginning {}

    private record Nothing(int width, int height) implements Beginning {}

    private record Pixels(Source source, @Nullable Mask mask) implements Beginning {}

    /** Where the picture to begin from is had. */
    private sealed interface Source {}

    private record Given(Image image) implements Source {}

    private record Painted(Fold fold) implements Source {}

    private record Scaled(Source source, Latent.Method method, Sizing size) implements Source {}

    private Fold(Pass pass, @Nullable Second second, Beginning beginning, ModelFiles files, @Nullable Tiling tiling, List<Problem> warnings) {
        this.pass = pass;
        this.second = second;
        this.beginning = beginning;
        this.files = files;
        this.tiling = tiling;
        this.warnings = List.copyOf(warnings);
    }

    /**
     * What decoding {@code latent} comes to.
     *
     * @param vae    the one that decodes, or null for the model's own
     * @param tiling how it decodes in tiles, or null as a whole
     * @throws Unfoldable      if the engine cannot be asked for it
     * @throws EngineException if the header of a file that it depends on cannot be read
     */
    public static Fold of(Latent latent, @Nullable Vae vae, @Nullable Tiling tiling) throws EngineException {
        return switch (latent) {
            case Latent.Sampled sampled -> new Folding(vae, tiling).of(sampled);
            case Latent.Masked masked -> of(masked.of(), vae, tiling);
            case Latent.Empty _, Latent.Encoded _, Latent.Scaled _ -> throw new Unfoldable(Problem.Code.NOTHING_SAMPLED);
        };
    }

    /**
     * This with a second pass at another size behind it, in the engine.
     *
     * @param model    the ESRGAN file for {@link Hires.Upscaler#MODEL}, else null
     * @param scale    how many times as large the picture becomes
     * @param steps    of the second pass; 0 for as many as the first has
     * @param strength denoising strength, in the engine's own sense
     */
    Fold withHires(Hires.Upscaler upscaler, @Nullable Path model, double scale, int steps, double strength) {
        if (pass.positive().control() != null) {
            // The hint is in the first size, which ends the engine's process in the second.
            throw new Unfoldable(pass.origin(), Problem.Code.HIRES_WITH_CONTROL);
        }
        return new Fold(pass, new Second(pass.origin(), upscaler, model, new Sizing.By(scale), steps, strength), beginning, files, tiling, warnings);
    }

    /** What its prompts come to: drawn with the seed, so that the same seed has the same words. */
    private Wordings worded(Run run) throws EngineException {
        Lexicon lexicon = run.lexicon();
        Conditioning positive = pass.positive();
        Wording seen = lexicon.worded(positive.text(), positive.styles(), false, pass.seed());
        // What a style says should not be seen counts wherever the style is chosen.
        List<Style> styles = new ArrayList<>(positive.styles());
        Optional.ofNullable(pass.negative()).ifPresent(negative -> styles.addAll(negative.styles()));
        Wording unseen = lexicon.worded(pass.negative() == null ? "" : pass.negative().text(), styles, true, pass.seed());
        return new Wordings(seen, unseen, loras(pass, seen, unseen));
    }

    /** The engine's process ends where the word is missing. */
    private void holdThatAPersonIsNamed(String words) {
        if (pass.model().tuning().photo() != null && !PERSON.matcher(words).find()) {
            throw new Unfoldable(pass.origin(), Problem.Code.PHOTO_WORD_MISSING, PhotoId.WORD);
        }
    }

    /** Those that nodes put on the model, and those that prompts name. */
    private static List<Lora> loras(Pass pass, Wording... words) throws EngineException {
        List<Lora> onModel = new ArrayList<>(pass.model().loras());
        Clip clip = pass.positive().clip();
        List<Lora> onText = new ArrayList<>(clip == null ? pass.model().textLoras() : clip.loras());
        for (Wording each : words) {
            onModel.addAll(each.onModel());
            onText.addAll(each.onText());
        }
        boolean named = Stream.of(words).anyMatch(each -> !each.onModel().isEmpty());
        // One that a node puts on and a prompt names as well acts with both strengths.
        return onText.equals(onModel) && !named ? onModel : LoraHalves.merged(onModel, onText, pass.origin());
    }

    /** @param loras all of them, those that prompts name among them */
    private record Wordings(Wording seen, Wording unseen, List<Lora> loras) {

        List<Embedding> embeddings() {
            return Stream.concat(seen.embeddings().stream(), unseen.embeddings().stream()).distinct()
                    .sorted(Comparator.comparing(Embedding::name)).toList();
        }
    }

    /**
     * Tells a run that only looks ahead what will be asked of the engine; gives what people should know although it works.
     *
     * @throws EngineException if the model's files cannot be taken
     */
    public List<Problem> foretold(Run run) throws EngineException {
        examine(run);
        if (beginning instanceof Pixels(Source source, Mask _) && painted(source) instanceof Fold before) {
            before.foretold(run);
        }
        size().ifPresent(size -> will(run, size));
        return warnings();
    }

    /** ... where a video is painted in the place of the picture. */
    public List<Problem> filmForetold(Run run) throws EngineException {
        holdThatItFilms();
        return foretold(run);
    }

    private void holdThatItFilms() {
        if (!pass.positive().looksAt().isEmpty()) {
            throw new Unfoldable(pass.origin(), Problem.Code.REFERENCES_WITH_VIDEO);
        }
    }

    /** ... where the picture that it begins from will be of this size. */
    public List<Problem> foretold(Run run, int width, int height) throws EngineException {
        examine(run);
        will(run, largest(new Sizing.Size(width, height)));
        return warnings();
    }

    private void will(Run run, Sizing.Size size) {
        Unfoldable.ifTooManyPixels(size.width(), size.height());
        run.will(files, pass.model().tuning().loading(), size.width(), size.height());
    }

    private List<Problem> warnings() {
        List<Problem> all = new ArrayList<>(warnings);
        if (pass.cfg() == 1 && pass.negative() != null && !pass.negative().text().isBlank()) {
            all.add(Problem.at(pass.origin(), Problem.Code.NEGATIVE_UNHEARD));
        }
        // Flex.2 is made to do without, too.
        if (pass.positive().control() == null && ModelCheck.family(files).filter(Family.FLUX_CONTROLS::equals).isPresent()) {
            all.add(Problem.at(pass.origin(), Problem.Code.NOTHING_TO_FOLLOW));
        }
        return all;
    }

    private void examine(Run run) throws EngineException {
        Wordings words = worded(run);
        String written = pass.positive().text();
        if (!written.contains("{") && !written.contains("__")) {   // else other words may be drawn when it runs
            holdThatAPersonIsNamed(words.seen.text());
        }
        run.examine(files, words.embeddings(), words.loras);
        ControlHint hint = pass.positive().control();
        if (hint != null && hint.net() == null && family(run).filter(family -> !family.followsPictures()).isPresent()) {
            throw new Unfoldable(hint.origin(), Problem.Code.NOBODY_FOLLOWS);
        }
    }

    /** The model's, as far as it can be told; the one that comes with Easel may not be unpacked yet. */
    private Optional<Family> family(Run run) throws EngineException {
        return run.isStarter(files) ? Optional.of(Starter.FAMILY) : ModelCheck.family(files);
    }

    private static @Nullable Fold painted(Source source) {
        return switch (source) {
            case Given _ -> null;
            case Painted(Fold fold) -> fold;
            case Scaled(Source of, Latent.Method _, Sizing _) -> painted(of);
        };
    }

    /** The largest size of it; empty if a picture has it that is not there yet. */
    private Optional<Sizing.Size> size() {
        Optional<Sizing.Size> first = switch (beginning) {
            case Nothing(int width, int height) -> Optional.of(new Sizing.Size(width, height));
            case Pixels(Source source, Mask _) -> size(source);
        };
        return first.map(this::largest);
    }

    private Sizing.Size largest(Sizing.Size first) {
        return second == null || second.size == null ? first : sized(second.size, first.width(), first.height());
    }

    /** The size in which it is painted. */
    private static Sizing.Size sized(Sizing sizing, int width, int height) {
        Sizing.Size size = sizing.of(width, height, 8);
        Unfoldable.ifTooManyPixels(size.width(), size.height());
        return size;
    }

    private static Optional<Sizing.Size> size(Source source) {
        return switch (source) {
            case Given _ -> Optional.empty();
            case Painted(Fold fold) -> fold.size();
            case Scaled(Source of, Latent.Method _, Sizing size) -> size(of).map(before -> sized(size, before.width(), before.height()));
        };
    }

    /** Has it painted, what it begins from first; the sampler nodes show how it goes. */
    public Image paint(Run run) throws EngineException {
        NodeId origin = second == null ? pass.origin() : second.origin;
        Wordings words = worded(run);
        ImageRequest request = request(run, words);
        ContextKey context = context(run, words);
        Result.Painted painted = run.paint(origin, context, request);
        Image image = new Image(painted.picture(), made(request, context, painted, run.version()));
        run.shows(origin, image);
        return image;
    }

    private ContextKey context(Run run, Wordings words) {
        return pass.model().tuning().loading().context(files, run.execution()).with(words.embeddings());
    }

    /** Has a video painted in the place of the picture, and gives its frames. */
    public List<Image> film(Run run, Filming filming) throws EngineException {
        holdThatItFilms();
        Wordings words = worded(run);
        ImageRequest still = request(run, words);
        VideoRequest request = new VideoRequest(still.prompt(), still.negativePrompt(), still.clipSkip(), still.width(), still.height(), filming.frames(),
                filming.fps(), still.sampling(), highNoise(still.sampling(), filming), filming.boundary(), still.seed(), still.loras(), filming.first(),
                filming.last(), filming.control(), filming.following(), still.tiling(), still.cache());
        ContextKey context = context(run, words);
        Result.Filmed filmed = run.film(context, request);
        Picture first = filmed.frames().getFirst();
        Result.Painted told = new Result.Painted(first, filmed.seed(), filmed.timings(), filmed.peakBytes(), filmed.buildId());
        Made made = made(still, context, told, run.version());
        return filmed.frames().stream().map(frame -> new Image(frame, made)).toList();
    }

    private static @Nullable Sampling highNoise(Sampling sampling, Filming filming) {
        boolean asTheOther = filming.highSteps() == 0 && filming.highCfg() == 0;
        return asTheOther ? null : new Sampling(sampling.sampler(), sampling.scheduler(), filming.highSteps() == 0 ? sampling.steps() : filming.highSteps(),
                filming.highCfg() == 0 ? sampling.cfgScale() : filming.highCfg(), sampling.guidance(), sampling.flowShift(), List.of(), sampling.finer());
    }

    private Made made(ImageRequest request, ContextKey context, Result.Painted painted, String version) {
        // The engine may have rounded the size; the picture's own is the one to be told.
        boolean one = request.hires() == null;
        ImageRequest done = (one ? request.sized(painted.picture().width(), painted.picture().height()) : request).withSeed(painted.seed());
        OptionalDouble strength = request.start() == null ? OptionalDouble.empty() : OptionalDouble.of(request.start().strength());
        return new Made(done.prompt(), done.negativePrompt(), done.sampling(), done.seed(), strength, pass.model().name(),
                Infotext.of(done, pass.model().name(), context.rng(), version).with("Tiling", seamless(context)), painted.timings(), painted.buildId());
    }

    /** As A1111 says it where both sides go on; it knows no picture that goes on at one of them. */
    private static String seamless(ContextKey context) {
        return context.seamlessX() && context.seamlessY() ? "True" : context.seamlessX() ? "X" : context.seamlessY() ? "Y" : "";
    }

    private ImageRequest request(Run run, Wordings words) throws EngineException {
        holdThatAPersonIsNamed(words.seen.text());
        Conditioning positive = pass.positive();
        Tuning tuning = pass.model().tuning();
        int skip = positive.clip() == null ? tuning.clipSkip() : positive.clip().skip();
        @Nullable Start start = null;
        int width;
        int height;
        switch (beginning) {
            case Nothing(int w, int h) -> {
                Unfoldable.ifTooManyPixels(w, h);   // what only the run knew
                width = w;
                height = h;
            }
            case Pixels(Source source, Mask mask) -> {
                Picture whole = Pictures.opaque(picture(source, run));
                Picture picture = Pictures.cropped(whole, 8);
                width = picture.width();
                height = picture.height();
                start = new Start(picture, pass.engineStrength(), mask == null ? null : under(mask.picture(), whole, picture));
            }
        }
        ControlHint hint = positive.control();
        @Nullable Control control = hint == null ? null : new Control(Pictures.opaque(hint.picture()), hint.strength());
        return new ImageRequest(words.seen.text(), words.unseen.text(), skip, width, height, pass.sampling(), pass.seed(), words.loras, start, control,
                positive.looksAt(), hires(width, height), tiling == null ? tuning.tiling() : tiling, tuning.cache(), tuning.photo(), positive.apart());
    }

    private @Nullable Hires hires(int width, int height) {
        if (second == null) {
            return null;
        }
        Sizing.Size size = second.size == null ? new Sizing.Size(width, height) : sized(second.size, width, height);
        return new Hires(second.upscaler, second.model, size.width(), size.height(), second.steps, second.strength);
    }

    private static Picture picture(Source source, Run run) throws EngineException {
        return switch (source) {
            case Given(Image image) -> image.picture();
            case Painted(Fold fold) -> fold.paint(run).picture();
            case Scaled(Source of, Latent.Method method, Sizing size) -> {
                Picture picture = Pictures.opaque(picture(of, run));
                Sizing.Size to = sized(size, picture.width(), picture.height());
                boolean crop = size instanceof Sizing.To(int _, int _, boolean c) && c;
                yield method.inPixels().to(crop ? Pictures.cropped(picture, to.width(), to.height()) : picture, to.width(), to.height());
            }
        };
    }

    private static Picture under(Picture mask, Picture whole, Picture picture) {
        Picture fitting = mask.width() == whole.width() && mask.height() == whole.height() ? mask
                : Resample.BILINEAR.to(mask, whole.width(), whole.height());
        return Pictures.cropped(fitting, picture.width(), picture.height(), (whole.width() - picture.width()) / 2, (whole.height() - picture.height()) / 2);
    }

    /** Makes folds of one decode. */
    private record Folding(@Nullable Vae vae, @Nullable Tiling tiling) {

        Fold of(Latent.Sampled sampled) throws EngineException {
            Pass pass = sampled.pass();
            Optional<Fold> first = first(sampled);
            if (first.isPresent()) {
                Fold f = first.get();
                return new Fold(f.pass, second(sampled), f.beginning, f.files, f.tiling, f.warnings);
            }
            List<Problem> warnings = new ArrayList<>();
            Beginning beginning = beginning(sampled.from(), pass, warnings);
            if (beginning instanceof Nothing && !pass.isWhole()) {
                throw new Unfoldable(pass.origin(), Problem.Code.PARTLY_FROM_NOTHING);
            }
            prompts(pass);
            Tiling tiles = tiling == null && sampled.from() instanceof Latent.Encoded encoded ? encoded.tiling() : tiling;
            return new Fold(pass, null, beginning, files(pass), tiles, warnings);
        }

        /** The pass before, if this one can go on in the engine where that one ends. */
        private Optional<Fold> first(Latent.Sampled sampled) throws EngineException {
            Latent from = sampled.from();
            if (from instanceof Latent.Scaled scaled && !scaled.shared() && scaled.method().inEngine().isPresent()
                    && !(scaled.size() instanceof Sizing.To(int _, int _, boolean crop) && crop)) {
                from = scaled.of();
            }
            if (from instanceof Latent.Sampled before && !before.shared() && sampled.pass().goesOnAfter(before.pass()) && before.pass().sigmas().isEmpty()) {
                Fold fold = of(before);
                return fold.second == null ? Optional.of(fold) : Optional.empty();
            }
            return Optional.empty();
        }

        private static Second second(Latent.Sampled sampled) {
            Pass pass = sampled.pass();
            return sampled.from() instanceof Latent.Scaled scaled
                    ? new Second(pass.origin(), scaled.method().inEngine().orElseThrow(), null, scaled.size(), pass.steps(), pass.hiresStrength())
                    : new Second(pass.origin(), Hires.Upscaler.LATENT_NEAREST, null, null, pass.steps(), pass.hiresStrength());
        }

        private Beginning beginning(Latent from, Pass pass, List<Problem> warnings) throws EngineException {
            switch (from) {
                case Latent.Empty(int width, int height, int _) -> {
                    return new Nothing(width, height);
                }
                case Latent.Scaled scaled when scaled.of() instanceof Latent.Empty(int width, int height, int _) -> {
                    Sizing.Size size = sized(scaled.size(), width, height);
                    return new Nothing(size.width(), size.height());
                }
                case Latent.Masked(Latent of, Mask mask) -> {
                    if (beginning(of, pass, warnings) instanceof Pixels(Source source, Mask _)) {
                        return new Pixels(source, mask);
                    }
                    throw new Unfoldable(pass.origin(), Problem.Code.MASK_ON_NOTHING);
                }
                case Latent.Encoded(Image image, Vae encoder, Tiling _) -> {
                    agree(encoder, pass);
                    return new Pixels(new Given(image), null);
                }
                case Latent.Scaled(Latent of, Latent.Method method, Sizing size, boolean _) -> {
                    warn(pass, warnings);
                    if (beginning(of, pass, new ArrayList<>()) instanceof Pixels(Source source, Mask mask)) {
                        return new Pixels(new Scaled(source, method, size), mask);
                    }
                    throw new Unfoldable(pass.origin(), Problem.Code.PARTLY_FROM_NOTHING);
                }
                case Latent.Sampled before -> {
                    warn(pass, warnings);
                    Fold fold = of(before);
                    warnings.addAll(fold.warnings);
                    return new Pixels(new Painted(fold), null);
                }
            }
        }

        private static void warn(Pass pass, List<Problem> warnings) {
            Problem warning = Problem.at(pass.origin(), Problem.Code.THROUGH_PIXELS);
            if (!warnings.contains(warning)) {
                warnings.add(warning);
            }
        }

        private void agree(Vae encoder, Pass pass) {
            if (vae != null && !encoder.equals(vae)) {
                throw new Unfoldable(pass.origin(), Problem.Code.PARTS_DISAGREE, name(encoder.files()), name(vae.files()));
            }
        }

        private static void prompts(Pass pass) {
            Conditioning positive = pass.positive();
            Conditioning negative = pass.negative();
            if (negative == null || pass.cfg() == 1) {
                return;   // nobody reads it
            }
            boolean guided = negative.guidance() == null || negative.guidance().equals(positive.guidance());
            if (!java.util.Objects.equals(positive.clip(), negative.clip()) || !guided) {
                throw new Unfoldable(pass.origin(), Problem.Code.PROMPTS_DISAGREE);
            }
            if (!negative.looksAt().isEmpty() && !negative.looksAt().equals(positive.looksAt())) {
                throw new Unfoldable(pass.origin(), Problem.Code.PROMPTS_DISAGREE);
            }
            if (negative.control() != null && !negative.control().equals(positive.control())) {
                throw new Unfoldable(pass.origin(), Problem.Code.CONTROL_ON_ONE);
            }
        }


        private ModelFiles files(Pass pass) {
            SortedMap<Part, Path> parts = new TreeMap<>(pass.model().files().parts());
            if (vae != null) {
                parts.remove(Part.VAE);
                Path small = parts.remove(Part.TAESD);
                merge(parts, vae.files(), pass);
                if (small != null && ModelCheck.hasVae(vae.files())) {
                    parts.putIfAbsent(Part.TAESD, small);   // for previews
                }
            }
            Clip clip = pass.positive().clip();
            if (clip != null) {
                merge(parts, clip.files(), pass);
            }
            ControlHint control = pass.positive().control();
            if (control != null && control.net() != null) {
                parts.put(Part.CONTROL_NET, control.net().file());
            }
            return new ModelFiles(parts);
        }

        private static void merge(SortedMap<Part, Path> into, ModelFiles files, Pass pass) {
            files.parts().forEach((part, file) -> {
                Path before = into.putIfAbsent(part, file);
                if (before != null && !before.equals(file)) {
                    throw new Unfoldable(pass.origin(), Problem.Code.PARTS_DISAGREE, before.getFileName(), file.getFileName());
                }
            });
        }

        private static Object name(ModelFiles files) {
            return files.parts().get(files.parts().firstKey()).getFileName();
        }
    }
}
