package easel.nodes.comfy;

import easel.engine.Picture;
import easel.graph.Schema;
import easel.nodes.Clip;
import easel.nodes.Conditioning;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.nodes.Vae;
import easel.pixels.Pictures;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Says what is done with up to three pictures, which Qwen-Image Edit looks at in their order. The engine encodes what it looks at. */
public final class TextEncodeQwenImageEditPlus extends Node {

    private final In<Clip> clip = in("clip", Port.CLIP);
    private final In<Optional<Vae>> vae = openIn("vae", Port.VAE);
    private final In<Optional<Image>> first = openIn("image1", Port.IMAGE);
    private final In<Optional<Image>> second = openIn("image2", Port.IMAGE);
    private final In<Optional<Image>> third = openIn("image3", Port.IMAGE);
    private final Param<String> prompt = words("prompt", "", 1 << 20);
    private final Out<Conditioning> conditioning = out("conditioning", Port.CONDITIONING);

    public TextEncodeQwenImageEditPlus() {
        super("text-encode-qwen-image-edit-plus", Schema.Kind.WORDS, "TextEncodeQwenImageEditPlus");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        run.get(vae);   // the engine takes the one that decodes
        List<Picture> pictures = Stream.of(first, second, third).map(run::get).flatMap(Optional::stream).map(i -> Pictures.opaque(i.picture())).toList();
        run.give(conditioning, new Conditioning(run.get(prompt), run.get(clip)).lookingAt(pictures));
    }
}
