package easel.nodes.comfy;

import easel.graph.Schema;
import easel.nodes.Clip;
import easel.nodes.Conditioning;
import easel.nodes.In;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;

/** Words and the text encoder that reads them. */
public final class ClipTextEncode extends Node {

    private final In<Clip> clip = in("clip", Port.CLIP);
    private final Param<String> text = prompt("text");
    private final Out<Conditioning> conditioning = out("conditioning", Port.CONDITIONING);

    public ClipTextEncode() {
        super("clip-text-encode", Schema.Kind.WORDS, "CLIPTextEncode");
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) {
        run.give(conditioning, new Conditioning(run.get(text), run.get(clip)));
    }
}
