package easel.engine;

import easel.platform.Graphics;
import easel.platform.Home;
import easel.platform.Language;
import easel.platform.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A graphics card that is there and that the engine does not work on: why, and the command that mends it. The sentence
 * is in this room's words under {@link Reason#code()}, with the card and the command as its arguments.
 */
public record IdleGraphics(Graphics.Card card, Reason reason, String command) {

    /** Why. */
    public enum Reason {
        /** The engine was built without what the card needs. */
        NOT_BUILT,
        /** It was, in another place: this program was copied here and builds nothing. */
        NOT_BUNDLED,
        /** The engine was built for it; the card's driver is not there. */
        NO_DRIVER;

        /** The stable name that words know it by. */
        public String code() {
            return "idle." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What an engine with this build id leaves idle here; to be asked off the event thread. */
    public static Optional<IdleGraphics> of(String buildId, List<Device> devices) {
        return of(Graphics.cards(), buildId, devices, Home.canBuild());
    }

    /** The same before the engine was started, when nothing can be said about drivers. */
    public static Optional<IdleGraphics> ofBuild(String buildId) {
        return of(buildId, List.of()).filter(i -> i.reason() != Reason.NO_DRIVER);
    }

    /**
     * The first card with memory of its own that no device comes from. Graphics inside a processor is never taken
     * unasked, so it is not missed.
     */
    static Optional<IdleGraphics> of(List<Graphics.Card> cards, String buildId, List<Device> devices, boolean canBuild) {
        return cards.stream().filter(c -> !c.integrated())
                .filter(c -> devices.stream().noneMatch(d -> d.kind() != Device.Kind.CPU && comesFrom(c, d)))
                .findFirst().map(card -> idle(card, buildId, canBuild));
    }

    private static boolean comesFrom(Graphics.Card card, Device device) {
        return device.description().toLowerCase(Locale.ROOT).contains(card.maker().title().toLowerCase(Locale.ROOT));
    }

    private static IdleGraphics idle(Graphics.Card card, String buildId, boolean canBuild) {
        // The build id begins with what the engine was built for.
        boolean built = buildId.startsWith("vulkan-") || buildId.startsWith("cuda-") && card.maker() == Graphics.Maker.NVIDIA;
        if (built) {
            return new IdleGraphics(card, Reason.NO_DRIVER, driver(card.maker()));
        }
        return canBuild ? new IdleGraphics(card, Reason.NOT_BUILT, "EASEL_BACKEND=vulkan ./easel")
                : new IdleGraphics(card, Reason.NOT_BUNDLED, "EASEL_BACKEND=vulkan ./easel bundle");
    }

    private static String driver(Graphics.Maker maker) {
        if (maker != Graphics.Maker.NVIDIA) {
            return "sudo apt-get install mesa-vulkan-drivers";
        }
        // Ubuntu's packages of it carry a version in their names, which this tool chooses.
        return Files.isExecutable(Path.of("/usr/bin/ubuntu-drivers")) ? "sudo ubuntu-drivers install" : "sudo apt-get install nvidia-driver";
    }

    /** The sentence for people. */
    public String sentence(Language language) {
        return Words.of(IdleGraphics.class, language).say(reason.code(), card.name(), command);
    }
}
