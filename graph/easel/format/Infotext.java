package easel.format;

import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Lora;
import easel.engine.Rng;
import easel.engine.Sampling;
import easel.engine.SkipLayers;
import easel.engine.StepCache;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What A1111 writes into a picture under {@code parameters}: the prompt, the negative prompt, and one line of settings.
 * Prompts are kept as A1111 reads them: no blank space at the ends of lines, no blank lines at either end. Nothing
 * holds NUL or half a character ({@link PictureTexts}).
 *
 * <p>The format is ambiguous: a line of the prompt may begin with "Negative prompt:", the last one may look like
 * settings. Where reading would not give back what was written, three settings follow that say where the prompts end;
 * other tools skip them.
 */
public record Infotext(String prompt, String negative, Map<String, String> settings) {

    private static final String NEGATIVE = "Negative prompt:";
    private static final String PROMPT_LINES = "Prompt lines";
    private static final String NEGATIVE_LINES = "Negative lines";
    private static final String SETTINGS = "Settings";
    /** Fewer pairs than this on the last line and A1111 takes it for prompt text. */
    private static final int FEWEST_PAIRS = 3;

    public Infotext {
        prompt = tidied(prompt);
        negative = tidied(negative);
        settings.keySet().stream().filter(k -> !SettingsLine.isKey(k)).findFirst().ifPresent(k -> {
            throw new IllegalArgumentException("not the name of a setting: " + k);
        });
        Map<String, String> writable = new LinkedHashMap<>();
        settings.forEach((k, v) -> writable.put(k, WritableText.of(v)));
        settings = Collections.unmodifiableMap(writable);
    }

    /** Reads any text; one without settings is a prompt. */
    public static Infotext parse(String text) {
        List<String> lines = new ArrayList<>(lines(text.strip()));
        List<SettingsLine.Pair> pairs = SettingsLine.pairs(lines.getLast());
        if (pairs.size() < FEWEST_PAIRS) {
            pairs = List.of();
        } else {
            lines.removeLast();
        }
        int told = pairs.size() - FEWEST_PAIRS;
        if (told >= 0 && saysWhere(pairs.subList(told, pairs.size()), lines, told)) {
            int promptLines = Integer.parseInt(pairs.get(told).value());
            String negative = String.join("\n", lines.subList(promptLines, lines.size()));
            return new Infotext(String.join("\n", lines.subList(0, promptLines)),
                    negative.isEmpty() ? "" : negative.substring(NEGATIVE.length()), map(pairs.subList(0, told)));
        }
        StringBuilder prompt = new StringBuilder();
        StringBuilder negative = new StringBuilder();
        StringBuilder now = prompt;
        for (String line : lines) {
            String said = line.strip();
            if (said.startsWith(NEGATIVE)) {
                now = negative;
                said = said.substring(NEGATIVE.length()).strip();
            }
            now.append(now.isEmpty() ? "" : "\n").append(said);
        }
        return new Infotext(prompt.toString(), negative.toString(), map(pairs));
    }

    /** The text as other tools read it; {@link #parse} gives back this very infotext. */
    public String text() {
        String plain = text(SettingsLine.of(settings));
        if (parse(plain).equals(this)) {
            return plain;
        }
        Map<String, String> where = new LinkedHashMap<>();
        where.put(PROMPT_LINES, Integer.toString(prompt.isEmpty() ? 0 : lines(prompt).size()));
        where.put(NEGATIVE_LINES, Integer.toString(negative.isEmpty() ? 0 : lines(negative).size()));
        where.put(SETTINGS, Integer.toString(settings.size()));
        return text((settings.isEmpty() ? "" : SettingsLine.of(settings) + ", ") + SettingsLine.of(where));
    }

    private String text(String lastLine) {
        List<String> parts = new ArrayList<>();
        if (!prompt.isEmpty()) {
            parts.add(prompt);
        }
        if (!negative.isEmpty()) {
            parts.add(NEGATIVE + " " + negative);
        }
        if (!lastLine.isEmpty()) {
            parts.add(lastLine);
        }
        return String.join("\n", parts);
    }

    private static boolean saysWhere(List<SettingsLine.Pair> last, List<String> lines, int settings) {
        if (!last.stream().map(SettingsLine.Pair::key).toList().equals(List.of(PROMPT_LINES, NEGATIVE_LINES, SETTINGS))
                || !last.stream().allMatch(p -> p.value().matches("[0-9]{1,8}"))) {
            return false;
        }
        List<Integer> counts = last.stream().map(p -> Integer.valueOf(p.value())).toList();
        return counts.get(0) + counts.get(1) == lines.size() && counts.get(2) == settings
                && (counts.get(1) == 0 || lines.get(counts.get(0)).startsWith(NEGATIVE));
    }

    private static Map<String, String> map(List<SettingsLine.Pair> pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        pairs.forEach(p -> map.put(p.key(), p.value()));
        return map;
    }

    private static List<String> lines(String text) {
        return Arrays.asList(text.split("\n", -1));
    }

    private static String tidied(String text) {
        String oneKindOfEnd = WritableText.of(text).replace("\r\n", "\n").replace('\r', '\n');
        return lines(oneKindOfEnd).stream().map(String::strip).collect(Collectors.joining("\n")).strip();
    }

    /**
     * What a picture was painted with, named as A1111 and Forge name it, and what they have no name for by names of ours. LoRAs
     * that the prompt does not mention are added to it as A1111's tags, since nowhere else would another tool find them.
     *
     * @param model   the model as people know it: its file's name without the ending
     * @param version Easel's version
     */
    public static Infotext of(ImageRequest request, String model, Rng rng, String version) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("Steps", Integer.toString(request.sampling().steps()));
        settings.put("Sampler", SamplerNames.a1111(request.sampling().sampler()));
        settings.put("Schedule type", SchedulerNames.a1111(request.sampling().scheduler()));
        settings.put("CFG scale", number(request.sampling().cfgScale()));
        settings.put("Seed", Long.toString(request.seed()));
        settings.put("Size", request.width() + "x" + request.height());
        settings.put("Model", model);
        if (request.start() != null) {
            settings.put("Denoising strength", number(request.start().strength()));
        } else if (request.hires() != null) {
            settings.put("Denoising strength", number(request.hires().strength()));
        }
        if (request.clipSkip() > 0) {
            settings.put("Clip skip", Integer.toString(request.clipSkip()));
        }
        if (request.hires() != null) {
            settings.put("Hires resize", request.hires().width() + "x" + request.hires().height());
            settings.put("Hires steps", Integer.toString(request.hires().steps()));
            settings.put("Hires upscaler", upscaler(request.hires()));
        }
        settings.putAll(seldom(request));
        settings.put("RNG", switch (rng) {
            case CUDA -> "NV";
            case CPU -> "CPU";
            case STD_DEFAULT -> "std_default";
        });
        settings.put("Version", "Easel " + version + " (stable-diffusion.cpp)");
        settings.values().removeIf(String::isBlank);
        return new Infotext(withLoras(request), request.negativePrompt(), settings);
    }

    /** This infotext with one more setting; nothing for a blank one. */
    public Infotext with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(settings);
        more.put(name, value);
        more.values().removeIf(String::isBlank);
        return new Infotext(prompt, negative, more);
    }

    /** What few pictures are painted with; nothing of it where it is as the engine has it. */
    private static Map<String, String> seldom(ImageRequest request) {
        Map<String, String> settings = new LinkedHashMap<>();
        Sampling sampling = request.sampling();
        if (sampling.guidance() != null) {
            settings.put("Distilled CFG Scale", number(sampling.guidance()));
        }
        if (sampling.flowShift() != null) {
            settings.put("Shift", number(sampling.flowShift()));
        }
        if (sampling.finer().eta() != null) {
            settings.put("Eta", number(sampling.finer().eta()));
        }
        if (sampling.finer().imageCfg() != null) {
            settings.put("Image CFG scale", number(sampling.finer().imageCfg()));
        }
        if (sampling.finer().shiftedTimestep() > 0) {
            settings.put("Shifted timestep", Integer.toString(sampling.finer().shiftedTimestep()));
        }
        settings.put("Sigmas", sampling.sigmas().stream().map(Infotext::number).collect(Collectors.joining(" ")));
        if (sampling.finer().skipLayers() instanceof SkipLayers skipped) {
            settings.put("Skip layers", skipped.layers().stream().map(String::valueOf).collect(Collectors.joining(" ")));
            settings.put("Skip layers scale", number(skipped.scale()));
            settings.put("Skip layers part", number(skipped.from()) + "-" + number(skipped.to()));
        }
        settings.put("Further sampling", sampling.finer().extra().entrySet().stream().map(e -> e.getKey() + "=" + number(e.getValue())).collect(Collectors.joining(" ")));
        if (request.cache() != null) {
            settings.put("Step cache", switch (request.cache()) {
                case StepCache.Steps steps -> (steps.unet() ? "unet " : "steps ") + number(steps.threshold());
                case StepCache.Blocks blocks -> (blocks.byDifference() ? "difference " : "") + (blocks.byTaylor() ? "taylor " : "") + number(blocks.threshold());
                case StepCache.Spectrum spectrum -> "spectrum " + number(spectrum.weight());
            });
        }
        if (request.control() != null) {
            settings.put("Control strength", number(request.control().strength()));
        }
        if (!request.references().isEmpty()) {
            settings.put("Reference pictures", Integer.toString(request.references().size()));
        }
        if (request.photo() != null) {
            settings.put("Photo identity", request.photo().pictures().size() + " / " + number(request.photo().style()));
        }
        if (request.tiling() != null) {
            settings.put("VAE tile", request.tiling().tileWidth() + "x" + request.tiling().tileHeight());
            settings.put("VAE tile overlap", number(request.tiling().overlap()));
        }
        return settings;
    }

    private static String withLoras(ImageRequest request) {
        StringBuilder prompt = new StringBuilder(request.prompt());
        for (Lora lora : request.loras()) {
            String name = withoutEnding(lora.file());
            if (!request.prompt().contains("<lora:" + name + ":")) {
                prompt.append(prompt.isEmpty() ? "" : " ").append("<lora:").append(name).append(':')
                        .append(number(lora.strength())).append('>');
            }
        }
        return prompt.toString();
    }

    private static String upscaler(Hires hires) {
        return switch (hires.upscaler()) {
            case LATENT -> "Latent";
            case LATENT_NEAREST -> "Latent (nearest)";
            case LATENT_NEAREST_EXACT -> "Latent (nearest-exact)";
            case LATENT_ANTIALIASED -> "Latent (antialiased)";
            case LATENT_BICUBIC -> "Latent (bicubic)";
            case LATENT_BICUBIC_ANTIALIASED -> "Latent (bicubic antialiased)";
            case LANCZOS -> "Lanczos";
            case NEAREST -> "Nearest";
            case MODEL -> hires.model() == null ? "" : withoutEnding(hires.model());
        };
    }

    private static String withoutEnding(Path file) {
        return file.getFileName().toString().replaceFirst("\\.[A-Za-z0-9]{1,11}$", "");
    }

    private static String number(double d) {
        return Double.isFinite(d) ? BigDecimal.valueOf(d).stripTrailingZeros().toPlainString() : Double.toString(d);
    }
}
