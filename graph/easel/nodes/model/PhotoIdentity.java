package easel.nodes.model;

import easel.engine.EngineException;
import easel.engine.Part;
import easel.engine.PhotoId;
import easel.engine.Picture;
import easel.graph.Rule;
import easel.graph.Schema;
import easel.nodes.Batch;
import easel.nodes.Image;
import easel.nodes.In;
import easel.nodes.Model;
import easel.nodes.Node;
import easel.nodes.Out;
import easel.nodes.Param;
import easel.nodes.Port;
import easel.nodes.Run;
import easel.pixels.Pictures;
import java.nio.file.Path;
import java.util.List;

/** Has an SDXL model show the person in some pictures (PhotoMaker): the prompt names what the person is and then says
 * {@code img}. Version 2 needs a file of the face's embedding as well, which a face recogniser makes elsewhere.
 */
public final class PhotoIdentity extends Node {

    private final In<Model> model = in("model", Port.MODEL);
    private final In<Batch> pictures = wholeIn("pictures", Port.IMAGE);
    private final Param<String> maker = file("photo_maker", Rule.File.Of.PHOTO_MAKER, "");
    private final Param<String> embedding = advanced(file("face_embedding", Rule.File.Of.FACE_EMBEDDING, ""));
    private final Param<Double> style = real("style_strength", 20, new Rule.Real(0, 100, Rule.Unit.NONE));
    private final Out<Model> showing = out("patched_model", Port.MODEL);

    public PhotoIdentity() {
        super("photo-identity", Schema.Kind.LOAD);
    }

    @Override
    public Work work() {
        return Work.DESCRIBES;
    }

    @Override
    public void run(Run run) throws EngineException {
        Model m = run.get(model);
        if (run.get(maker).isEmpty()) {
            run.give(showing, m);
            return;
        }
        List<Picture> of = run.get(pictures).values().stream().map(p -> Pictures.opaque(((Image) p).picture())).toList();
        Path face = run.get(embedding).isEmpty() ? null : run.file(embedding);
        PhotoId who = new PhotoId(of, face, run.get(style));
        run.give(showing, m.with(Part.PHOTO_MAKER, run.file(maker)).tuned(m.tuning().showing(who)));
    }
}
