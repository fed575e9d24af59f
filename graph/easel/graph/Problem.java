package easel.graph;

import easel.platform.Language;
import easel.platform.Quoted;
import easel.platform.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something about a document that people should know before it runs: where, what, and how to mend it.
 *
 * @param node      the node it is about, or null if it is about the whole
 * @param input     the input or parameter of that node, or null
 * @param arguments what stands for {@code {0}} ... in the words of both code and mend
 */
public record Problem(@Nullable NodeId node, @Nullable String input, Code code, List<Object> arguments) {

    public Problem {
        arguments = List.copyOf(arguments);
    }

    /** How bad it is. */
    public enum Severity {
        /** What needs this node cannot run. */
        ERROR,
        /** It runs, and people should know. */
        WARNING
    }

    /** What it is; stable. The sentence is in this room's words under the name, how to mend it under {@code name.mend}. */
    public enum Code {
        /** {0}: the type. */
        UNKNOWN_TYPE(Severity.ERROR),
        /** {0}: how many megabytes Easel itself, without the engine, may take for pictures. */
        PICTURES_TOO_MUCH(Severity.ERROR),
        /** {0}: what the node's program threw. An error in it, or in a plug-in made for another Easel. */
        NODE_BROKEN(Severity.ERROR),
        /** {0}: the type. Nothing takes from the node, so the rest runs without it. */
        UNKNOWN_TYPE_UNUSED(Severity.WARNING),
        /** {0}: the input's name. */
        INPUT_MISSING(Severity.ERROR),
        /** {0}: the input; {1}: the node it names. */
        LINK_TO_NOTHING(Severity.ERROR),
        /** {0}: the input; {1}: the output it names. */
        NO_SUCH_OUTPUT(Severity.ERROR),
        /** {0}: the input; a socket that the type has not, fed by a link. */
        NO_SUCH_INPUT(Severity.WARNING),
        /** {0}: the input; {1}: the type that comes; {2}: the type wanted. */
        WRONG_TYPE(Severity.ERROR),
        /** {0}: the input; {1}: the type that comes; {2}: the type wanted; {3}: the ways from one to the other. */
        CONVERSION_MISSING(Severity.ERROR),
        /** {0}: the input; {1}: the type that comes; {2}: the type wanted; {3}: the conversion named, between others. */
        WRONG_CONVERSION(Severity.ERROR),
        /** {0}: the input; {1}: the conversion named. */
        NO_SUCH_CONVERSION(Severity.ERROR),
        /** {0}: the nodes of the circle. A node that feeds itself, over others or directly. */
        CYCLE(Severity.ERROR),
        /** {0}: the parameter; {1}: its value; {2}: what is allowed. */
        BAD_VALUE(Severity.ERROR),
        /** {0}: the parameter; {1}: the number that stands where a seed should, which also says whether it stays. */
        BARE_SEED(Severity.ERROR),
        /** {0}: the file. */
        NO_SUCH_FILE(Severity.ERROR),
        /** {0}: the folder that stands where a file should. */
        NOT_A_FILE(Severity.ERROR),
        /** {0}: the model's file. */
        MISSING_MODEL(Severity.ERROR),
        /** {0}: why the model's file, or the files together, cannot be taken. */
        UNFIT_MODEL(Severity.ERROR),
        /** {0}: why the picture's file cannot be taken. */
        UNFIT_PICTURE(Severity.ERROR),
        /** A picture file with more bits a sample than are kept. */
        DEEP_PICTURE(Severity.WARNING),
        /** {0}: the name of the first such file in a folder. */
        DEEP_PICTURES(Severity.WARNING),
        /** {0}: the file; {1}: the system's word. */
        UNREADABLE_FILE(Severity.ERROR),
        /** {0}: the input that gets a list or a kind of value from a muted or empty node. */
        NOTHING_COMES(Severity.ERROR),
        /** A number divided by 0. */
        DIVIDED_BY_NOTHING(Severity.ERROR),
        /** {0}: how many characters a text may have. */
        TEXT_TOO_LONG(Severity.ERROR),
        /** {0}: how many characters all texts together may have that are put together. */
        TEXTS_TOO_LONG(Severity.ERROR),
        /** {0}: a wildcard's name; {1}: the file that is not there. */
        NO_SUCH_WILDCARD(Severity.ERROR),
        /** {0}: a wildcard's name that leads out of the folder, or that no file can have. */
        WILDCARD_CLIMBS(Severity.ERROR),
        /** {0}: a wildcard's name; {1}: its file, without a line in it. */
        EMPTY_WILDCARD(Severity.ERROR),
        /** {0}: the file; {1}: why. */
        WILDCARD_UNREADABLE(Severity.ERROR),
        /** {0}: the wildcards that name each other, in a row. */
        WILDCARD_CIRCLE(Severity.ERROR),
        /** {0}: how many wildcards may name each other in a row, or altogether. */
        WILDCARDS_TOO_DEEP(Severity.ERROR),
        /** {0}: the style; {1}: the file of styles. */
        NO_SUCH_STYLE(Severity.ERROR),
        /** {0}: the file of styles; {1}: why. */
        STYLES_UNREADABLE(Severity.ERROR),
        /** {0}: the tag as it is written. */
        LORA_TAG_BROKEN(Severity.ERROR),
        /** {0}: the LoRA's name; {1}: the folder of LoRAs. */
        NO_SUCH_LORA(Severity.ERROR),
        /** {0}: the embedding's name; {1}: the folder of embeddings. */
        NO_SUCH_EMBEDDING(Severity.ERROR),
        /** {0}: a LoRA's or an embedding's name; {1}, {2}: two files of that name. */
        TWO_OF_A_NAME(Severity.ERROR),
        /** A decode of a latent that no sampler made. */
        NOTHING_SAMPLED(Severity.ERROR),
        /** A denoise below 1 on an empty latent. */
        PARTLY_FROM_NOTHING(Severity.ERROR),
        /** {0}: one file; {1}: the other. */
        PARTS_DISAGREE(Severity.ERROR),
        /** The two prompts are read by different encoders. */
        PROMPTS_DISAGREE(Severity.ERROR),
        /** {0}: the LoRA. */
        LORA_HALVES(Severity.ERROR),
        /** A LoRA that comes with Easel, on a model that does not. */
        LORA_OF_ANOTHER_MODEL(Severity.WARNING),
        /** Words that should be left out, where the CFG scale leaves no room for them. */
        NEGATIVE_UNHEARD(Severity.WARNING),
        /** More than one ControlNet. */
        TWO_CONTROLS(Severity.ERROR),
        /** A picture to follow without a ControlNet, for a model that follows none itself. */
        NOBODY_FOLLOWS(Severity.ERROR),
        /** A model that follows a picture, without one. */
        NOTHING_TO_FOLLOW(Severity.WARNING),
        /** A ControlNet for some of the steps only; it acts on all of them. */
        CONTROL_PARTLY(Severity.WARNING),
        /** A ControlNet on one of the prompts only. */
        CONTROL_ON_ONE(Severity.ERROR),
        /** A sampler that ends early or adds no noise. */
        STEPS_CUT(Severity.ERROR),
        /** Sigmas made for another model than the one sampled. */
        SIGMAS_DISAGREE(Severity.ERROR),
        /** A mask on an empty latent. */
        MASK_ON_NOTHING(Severity.ERROR),
        /** {0}, {1}: the mask's width and height; {2}, {3}: the picture's. */
        MASK_OF_ANOTHER_SIZE(Severity.ERROR),
        /** {0}, {1}: the picture's width and height; {2}, {3}: those it should have. */
        PICTURE_OF_ANOTHER_SIZE(Severity.ERROR),
        /** {0}: how many pictures; {1}: how many a sheet has room for in one direction. */
        TOO_MANY_ON_A_SHEET(Severity.ERROR),
        /** {0}: how many regions there are; {1}: how many may be painted. */
        TOO_MANY_REGIONS(Severity.ERROR),
        /** {0}, {1}: the width and height of the picture that a box lies outside of. */
        BOX_OUTSIDE(Severity.ERROR),
        /** {0}: a folder without pictures, or without any after those left out. */
        NO_PICTURES(Severity.ERROR),
        /** {0}: how many pictures a batch would have; {1}: how many it may have. */
        BATCH_TOO_LONG(Severity.ERROR),
        /** {0}: how many of the pictures have room at once; {1}: the megabytes that the pictures of one batch may take. */
        BATCH_TOO_LARGE(Severity.ERROR),
        /** {0}: how many pictures had room; {1}: the millions of pixels that a video may have. */
        TOO_MANY_PIXELS(Severity.ERROR),
        /** A mask that is black everywhere, or an outpaint by nothing. */
        NOTHING_TO_PAINT(Severity.ERROR),
        /** A mask that nobody has drawn anything on yet. */
        NOTHING_DRAWN(Severity.WARNING),
        /** {0}, {1}: the width and height that a picture would have; {2}: the most. */
        PICTURE_TOO_LARGE(Severity.ERROR),
        /** {0}, {1}: the width and height that a picture would have; {2}: how many million pixels it may have. */
        PICTURE_OF_TOO_MANY_PIXELS(Severity.ERROR),
        /** {0}, {1}: the width and height of a large picture that is inpainted as a whole. */
        LARGE_PICTURE_WHOLE(Severity.WARNING),
        /** A LoRA is to go on a model for high noise, and there is none. */
        NO_HIGH_NOISE_MODEL(Severity.ERROR),
        /** {0}: how long, in pixels, the longer side of what lies around a mask is painted. */
        LARGE_PART(Severity.WARNING),
        /** A hires pass by an upscaler model that is not chosen. */
        HIRES_WITHOUT_MODEL(Severity.ERROR),
        /** A hires pass behind a ControlNet. */
        HIRES_WITH_CONTROL(Severity.ERROR),
        /** {0}: the word without which nobody's face is shown. */
        PHOTO_WORD_MISSING(Severity.ERROR),
        /** Reference pictures, which no video model looks at. */
        REFERENCES_WITH_VIDEO(Severity.ERROR),
        /** A latent to look at that is no encoded picture. */
        REFERENCE_NO_PICTURE(Severity.ERROR),
        /** {0}: numbers that should be noise levels, from high to low. */
        NO_SIGMAS(Severity.ERROR),
        /** {0}: what should be numbers of layers. */
        NO_LAYERS(Severity.ERROR),
        /** {0}: what should be {@code name=number} with the engine's names; {1}: those. */
        NO_EXTRA(Severity.ERROR),
        /** A way to save steps that the model has not. */
        STEPS_NOT_SAVED(Severity.WARNING),
        /** Flash attention for a model with which the engine ends on graphics cards that lack it. */
        FLASH_ATTENTION_MISTAKEN(Severity.WARNING),
        /** Tiles of frames, where a picture is painted. */
        TILES_OF_FRAMES(Severity.WARNING),
        /** A second pass that does not fold. */
        THROUGH_PIXELS(Severity.WARNING),
        /** A frozen node whose kept result is gone. */
        FROZEN_RESULT_GONE(Severity.ERROR),
        /** A frozen node that only describes, and that others take from. */
        FROZEN_DESCRIBES(Severity.WARNING),
        /** {0}: the output of a node that describes a picture which nothing turns into pixels. */
        LATENT_UNUSED(Severity.WARNING),
        /** {0}: the form's field, {1}: the node that it sets, which is not there. */
        FIELD_TO_NOTHING(Severity.WARNING),
        /** {0}: how many of the form's fields set something that is not there. */
        FIELDS_TO_NOTHING(Severity.WARNING),
        /** {0}: the form's outlet, {1}: the node that it shows, which is not there. */
        OUTLET_TO_NOTHING(Severity.WARNING),
        /** A subgraph inside itself, directly or through others. */
        CONTAINS_ITSELF(Severity.ERROR),
        /** {0}: how many subgraphs may be nested. */
        TOO_DEEP(Severity.ERROR),
        /** {0}: how many nodes a workflow may have with all that is in its subgraphs. */
        TOO_MANY_NODES(Severity.ERROR),
        /** {0}: how many things are wrong inside what the node stands for. */
        WRONG_INSIDE(Severity.ERROR),
        /** The same where it runs nevertheless. */
        ODD_INSIDE(Severity.WARNING),
        /** Nothing here gives a picture. */
        NOTHING_TO_RUN(Severity.ERROR);

        private final Severity severity;

        Code(Severity severity) {
            this.severity = severity;
        }

        /** How bad it is. */
        public Severity severity() {
            return severity;
        }
    }

    /** A problem with a node as a whole. */
    public static Problem at(NodeId node, Code code, Object... arguments) {
        return new Problem(node, null, code, List.of(arguments));
    }

    /** A problem with an input. */
    public static Problem at(InputRef input, Code code, Object... arguments) {
        return new Problem(input.node(), input.input(), code, List.of(arguments));
    }

    /** The input where people see it: one inside a subgraph shows at the outermost port that leads to it. */
    public Optional<InputRef> shown(Document document) {
        return node == null || input == null ? Optional.empty() : Optional.of(Expansion.shown(new InputRef(node, input), document));
    }

    /** How bad it is. */
    public Severity severity() {
        return code.severity();
    }

    /** What is wrong, for people. */
    public String sentence(Language language) {
        return Words.of(Problem.class, language).say(code.name(), quoted());
    }

    /** How to mend it, for people; empty if the sentence says so itself, as the failure of a model's or a picture's file does. */
    public String mend(Language language) {
        return code == Code.UNFIT_MODEL || code == Code.UNFIT_PICTURE ? "" : Words.of(Problem.class, language).say(code.name() + ".mend", quoted());
    }

    private List<Object> quoted() {
        return arguments.stream().map(a -> a instanceof String || a instanceof Path ? Quoted.of(a.toString()) : a).toList();
    }
}
