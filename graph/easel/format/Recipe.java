package easel.format;

import easel.engine.Rng;
import easel.engine.Sampler;
import easel.engine.Scheduler;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What an infotext says about how to paint its picture again; what it does not say, or says in no way that makes
 * sense, is empty. Ranges are the engine's to check.
 *
 * @param seed     as written: other tools' seeds go up to 2^64, ours to 2^63 - 1
 * @param strength denoising strength of the start picture, not of a hires pass
 * @param model    the model as the tool named it
 */
public record Recipe(
        String prompt, String negative, OptionalInt steps, Optional<Spelled<Sampler>> sampler,
        Optional<Spelled<Scheduler>> scheduler, OptionalDouble cfgScale, Optional<String> seed, Optional<Size> size,
        OptionalDouble strength, OptionalInt clipSkip, Optional<Rng> rng, Optional<String> model) {

    /** Width and height in pixels. */
    public record Size(int width, int height) {}

    /** Reads A1111's names, those of its descendants, of ComfyUI's nodes that write infotext, and of stable-diffusion.cpp. */
    public static Recipe of(Infotext infotext) {
        Map<String, String> settings = infotext.settings();
        Optional<Spelled<Sampler>> sampler = Optional.empty();
        Optional<Spelled<Scheduler>> scheduler = first(settings, "Schedule type", "Scheduler").map(SchedulerNames::read);
        Optional<String> name = first(settings, "Sampler");
        if (name.isPresent()) {
            Spelled<Sampler> alone = SamplerNames.read(name.get());
            Optional<SamplerNames.WithScheduler> fused = alone.meant().isPresent() ? Optional.empty() : SamplerNames.readFused(name.get());
            sampler = Optional.of(fused.map(SamplerNames.WithScheduler::sampler).orElse(alone));
            scheduler = scheduler.or(() -> fused.map(SamplerNames.WithScheduler::scheduler));
        }
        boolean hires = settings.keySet().stream().anyMatch(k -> k.startsWith("Hires "));
        return new Recipe(infotext.prompt(), infotext.negative(),
                whole(first(settings, "Steps")), sampler, scheduler,
                real(first(settings, "CFG scale")),
                first(settings, "Seed").filter(s -> s.matches("[0-9]{1,20}")),
                first(settings, "Size").flatMap(Recipe::size),
                hires ? OptionalDouble.empty() : real(first(settings, "Denoising strength")),
                whole(first(settings, "Clip skip")),
                first(settings, "RNG").flatMap(Recipe::rng),
                first(settings, "Model"));
    }

    /** The seed, if the engine's range has room for it. */
    public OptionalLong engineSeed() {
        Optional<BigInteger> number = seed.map(BigInteger::new).filter(n -> n.bitLength() < Long.SIZE);
        return number.isPresent() ? OptionalLong.of(number.get().longValueExact()) : OptionalLong.empty();
    }

    private static Optional<String> first(Map<String, String> settings, String... names) {
        for (String name : names) {
            String value = settings.get(name);
            if (value != null && !value.isBlank()) {
                return Optional.of(value.strip());
            }
        }
        return Optional.empty();
    }

    private static OptionalInt whole(Optional<String> text) {
        return text.filter(t -> t.matches("[0-9]{1,9}")).map(t -> OptionalInt.of(Integer.parseInt(t))).orElse(OptionalInt.empty());
    }

    private static OptionalDouble real(Optional<String> text) {
        return text.filter(t -> t.matches("-?[0-9]{1,15}(\\.[0-9]{1,30})?([eE]-?[0-9]{1,2})?"))
                .map(t -> OptionalDouble.of(Double.parseDouble(t))).orElse(OptionalDouble.empty());
    }

    private static Optional<Size> size(String text) {
        if (!text.matches("[0-9]{1,6} ?[x×*] ?[0-9]{1,6}")) {
            return Optional.empty();
        }
        String[] sides = text.split(" ?[x×*] ?");
        return Optional.of(new Size(Integer.parseInt(sides[0]), Integer.parseInt(sides[1])));
    }

    private static Optional<Rng> rng(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nv", "gpu", "cuda" -> Optional.of(Rng.CUDA);
            case "cpu" -> Optional.of(Rng.CPU);
            case "std_default" -> Optional.of(Rng.STD_DEFAULT);
            default -> Optional.empty();
        };
    }
}
