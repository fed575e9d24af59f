package easel.engine.weights;

import easel.engine.ContextKey;
import easel.engine.Embedding;
import easel.engine.EngineException;
import easel.engine.Examination;
import easel.engine.Failure;
import easel.engine.Hires;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.Lora;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.engine.RequestCheck;
import easel.engine.Scheduler;
import easel.engine.VideoRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Everything about a job's files that can be told before the engine is called: that they are there, whole, of the kind
 * they are given as, complete, and fit each other. What passes here may still fail in the engine, but what does not
 * pass would have failed there, often by ending the process.
 */
public final class ModelCheck implements Examination {

    /** What stands for a family that no table knows. */
    private static final String UNKNOWN_FAMILY = "UNKNOWN_FAMILY";
    private static final String UNSUPPORTED_WEIGHTS = "UNSUPPORTED_WEIGHTS";
    private static final String SDXL_EMBEDDING = "SDXL_EMBEDDING";
    private static final String HIRES_OF_EDITING = "HIRES_OF_EDITING";
    private static final String VIDEO_AS_PICTURE = "VIDEO_AS_PICTURE";
    private static final String REFERENCES = "REFERENCES";
    private static final String PICTURE_TO_FOLLOW = "PICTURE_TO_FOLLOW";
    private static final String FIRST_PICTURE = "FIRST_PICTURE";
    private static final String LAST_PICTURE = "LAST_PICTURE";
    private static final String FRAMES_TO_FOLLOW = "FRAMES_TO_FOLLOW";
    private static final String PICTURE_AS_VIDEO = "PICTURE_AS_VIDEO";
    private static final String VACE_BLOCKS = "vace_blocks";
    private static final int SD2_WIDTH = 1024;
    /** Pixels a side of what SD3 knows a place for. */
    private static final int PLACE = 16;
    /** The engine makes as many blocks as the highest number says; none has more than a hundred. */
    private static final Pattern WILD_NUMBER = Pattern.compile("(^|\\.)0*[1-9]\\d{4,}(\\.|$)");
    /** The engine keeps 100 MB for a textual inversion and ends where that is too little. */
    private static final long LARGEST_EMBEDDING = 90_000_000;
    /** ControlNets are fixed at SD's width in the engine. */
    private static final long CONTROL_NET_WIDTH = 320;
    private static final int MOST_ESRGAN_BLOCKS = 64;

    private static final ReadModels READ = new ReadModels();


    @Override
    public Optional<Failure> of(Job job) {
        try {
            switch (job) {
                case Job.Paint paint -> paint(paint.context(), paint.request());
                case Job.Film film -> film(film.context(), film.request());
                case Job.Upscale upscale -> upscaler(upscale.model());
                case Job.Canny _ -> { }
                case Job.Convert convert -> {
                    sound(convert.model());
                    if (convert.vae() != null) {
                        part(Part.VAE, sound(convert.vae()));
                    }
                }
            }
            return Optional.empty();
        } catch (EngineException e) {
            return Optional.of(e.failure());
        }
    }

    @Override
    public Optional<Failure> of(ModelFiles files, List<Embedding> embeddings, List<Lora> loras) {
        try {
            model(files, embeddings, loras);
            return Optional.empty();
        } catch (EngineException e) {
            return Optional.of(e.failure());
        }
    }

    @Override
    public Optional<Boolean> isUnet(ModelFiles files) {
        return family(files).map(Family::isUnet);
    }

    /**
     * A model file as {@link ModelFile#read} gives it, from memory if it is unchanged since it was read last.
     *
     * @throws EngineException as {@link ModelFile#read} does
     */
    public static ModelFile read(Path path) throws EngineException {
        return READ.get(path);
    }

    /**
     * What these files still lack, in the order of {@link Part}; empty if they are complete.
     *
     * @throws EngineException as {@link ModelFile#read} does
     */
    public static Set<Part> missing(ModelFiles files) throws EngineException {
        Map<Part, ModelFile> read = new EnumMap<>(Part.class);
        for (var part : files.parts().entrySet()) {
            read.put(part.getKey(), read(part.getValue()));
        }
        return read.isEmpty() ? EnumSet.of(Part.CHECKPOINT) : missing(read);
    }

    /** The family of the model in these files, if its header can be read and is of a known one. */
    public static Optional<Family> family(ModelFiles files) {
        try {
            return files.parts().isEmpty() ? Optional.empty() : main(files).family();
        } catch (EngineException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Whether the engine finds a VAE in these files: one of its own, or the checkpoint's. What a file given as a diffusion
     * model holds beside it the engine does not look at. A checkpoint that cannot be read has none.
     */
    public static boolean hasVae(ModelFiles files) {
        Path checkpoint = files.get(Part.CHECKPOINT).orElse(null);
        try {
            return files.get(Part.VAE).isPresent() || checkpoint != null && read(checkpoint).parts().contains(Part.VAE);
        } catch (EngineException unreadable) {
            return false;
        }
    }

    private static void paint(ContextKey context, ImageRequest request) throws EngineException {
        model(context.files(), context.embeddings(), request.loras());
        ModelFile main = main(context.files());
        if (main.family().filter(Family::isVideo).isPresent()) {
            throw failed(new Failure.UnsupportedFamily(main.path(), VIDEO_AS_PICTURE));
        }
        places(main, request);
        Family family = main.family().orElse(Family.SD1);
        if (request.sampling().scheduler() == Scheduler.AYS && family.embeddingWidth() == SD2_WIDTH) {
            // Its levels are written down for SD1 and SDXL; for others the library reads beyond the table.
            throw failed(new Failure.BadValue("scheduler", Scheduler.AYS.id(), "discrete, karras ..."));
        }
        if (!request.references().isEmpty() && main.family().filter(Family::looksAtReferences).isEmpty()) {
            throw failed(new Failure.PassedOver(main.path(), REFERENCES));
        }
        if (request.control() != null && context.files().get(Part.CONTROL_NET).isEmpty() && main.family().filter(Family::followsPictures).isEmpty()) {
            throw failed(new Failure.PassedOver(main.path(), PICTURE_TO_FOLLOW));
        }
        if (request.photo() != null && request.photo().embedding() == null && isVersion2(read(context.files().get(Part.PHOTO_MAKER).orElseThrow()))) {
            throw failed(new Failure.DoesNotFit(context.files().get(Part.PHOTO_MAKER).get(), main.path(), "PhotoMaker v2 needs the face's embedding in a file"));
        }
        if (request.hires() != null) {
            hires(context.files());
        }
        if (request.hires() != null && request.hires().upscaler() == Hires.Upscaler.MODEL && request.hires().model() != null) {
            upscaler(request.hires().model());
        }
    }

    /** SD3 counts its places in a table; beyond that the engine's process ends. */
    private static void places(ModelFile main, ImageRequest request) throws EngineException {
        for (TensorInfo tensor : main.tensors()) {
            if (tensor.name().endsWith("pos_embed") && tensor.shape().size() == 3 && main.family().filter(f -> f == Family.SD3).isPresent()) {
                int most = (int) Math.sqrt(tensor.axis(1, main.container())) * PLACE;
                Hires hires = request.hires();
                int width = hires == null ? request.width() : Math.max(request.width(), hires.width());
                int height = hires == null ? request.height() : Math.max(request.height(), hires.height());
                if (width > most || height > most) {
                    throw failed(new Failure.BadValue(width > most ? "width" : "height", Integer.toString(width > most ? width : height),
                            RequestCheck.MIN_SIDE + " - " + most));
                }
            }
        }
    }

    private static void film(ContextKey context, VideoRequest request) throws EngineException {
        model(context.files(), context.embeddings(), request.loras());
        ModelFile main = main(context.files());
        if (main.family().filter(Family::isVideo).isEmpty()) {
            throw failed(new Failure.UnsupportedFamily(main.path(), PICTURE_AS_VIDEO));
        }
        looksAt(main, request);
    }

    /** The engine passes over in silence what a video model has no eye for (its stable-diffusion.cpp, prepare_video_generation_latents). */
    private static void looksAt(ModelFile main, VideoRequest request) throws EngineException {
        Family family = main.family().orElseThrow();
        boolean follows = family == Family.WAN2 && main.blocks(VACE_BLOCKS) > 0;
        boolean fromBothEnds = family == Family.LTX || family == Family.WAN2_2_I2V || family == Family.WAN2 && !follows && begins(main);
        if (request.first() != null && !fromBothEnds && !follows && family != Family.WAN2_2_TI2V) {
            throw failed(new Failure.PassedOver(main.path(), FIRST_PICTURE));
        }
        boolean goesOn = family == Family.WAN2_2_TI2V && request.first() != null;
        if (request.last() != null && !fromBothEnds && !goesOn) {
            throw failed(new Failure.PassedOver(main.path(), LAST_PICTURE));
        }
        if (!request.control().isEmpty() && !follows) {
            throw failed(new Failure.PassedOver(main.path(), FRAMES_TO_FOLLOW));
        }
    }

    /** Whether it is one of Wan 2.1's for videos from a picture. */
    private static boolean begins(ModelFile wan) {
        return wan.tensors().stream().anyMatch(t -> t.name().contains("img_emb"));
    }

    private static ModelFile main(ModelFiles chosen) throws EngineException {
        Map<Part, ModelFile> files = new EnumMap<>(Part.class);
        for (var part : chosen.parts().entrySet()) {
            files.put(part.getKey(), read(part.getValue()));
        }
        return main(files);
    }

    /** These take the picture beside the noise, in the first size, which ends the engine's process in the second. */
    private static void hires(ModelFiles chosen) throws EngineException {
        for (Path file : chosen.parts().values()) {
            if (read(file).family().filter(Family::isEditing).isPresent()) {
                throw failed(new Failure.UnsupportedFamily(file, HIRES_OF_EDITING));
            }
        }
    }

    private static void model(ModelFiles chosen, List<Embedding> embeddings, List<Lora> loras) throws EngineException {
        Map<Part, ModelFile> files = new EnumMap<>(Part.class);
        for (var part : chosen.parts().entrySet()) {
            files.put(part.getKey(), sound(part.getValue()));
        }
        if (files.isEmpty()) {
            throw failed(new Failure.NoSuchFile(Path.of("")));
        }
        Family family = family(files);
        Set<Part> missing = missing(files);
        if (!missing.isEmpty()) {
            throw failed(new Failure.MissingCompanion(main(files).path(), family.name(), missing.iterator().next()));
        }
        for (var file : files.entrySet()) {
            part(file.getKey(), file.getValue());
        }
        blocks(files, family);
        if (files.containsKey(Part.CONTROL_NET)) {
            controlNet(files.get(Part.CONTROL_NET), main(files), family);
        }
        if (files.containsKey(Part.PHOTO_MAKER)) {
            photoMaker(files.get(Part.PHOTO_MAKER), main(files), family);
        }
        for (Embedding embedding : embeddings) {
            embedding(sound(embedding.file()), main(files), family);
        }
        for (Lora lora : loras) {
            ModelFile file = sound(lora.file());
            if (file.kind() != ModelKind.LORA) {
                throw failed(new Failure.WrongKind(file.path(), file.kind().name(), ModelKind.LORA.name()));
            }
            LoraFit.check(file, List.copyOf(files.values()), main(files), family);
        }
    }

    /** Reads a file and holds what is true of any file the engine can take. */
    private static ModelFile sound(Path path) throws EngineException {
        return READ.get(path, ModelCheck::sound);
    }

    private static void sound(ModelFile file) throws EngineException {
        Path path = file.path();
        for (TensorInfo tensor : file.tensors()) {
            WeightType type = WeightType.of(tensor, file.container());
            boolean weight = tensor.name().endsWith(".weight") || tensor.name().endsWith(".bias");
            // ggml's own types that it cannot convert are harmless only where the engine does not look.
            if (weight && type.integer() || !type.taken() && (weight || file.container() != Container.GGUF)) {
                throw failed(new Failure.UnsupportedFamily(path, UNSUPPORTED_WEIGHTS));
            }
            if (WILD_NUMBER.matcher(tensor.name()).find()) {
                throw failed(new Failure.DamagedFile(path, "tensor " + Header.quoted(tensor.name()) + " counts too far"));
            }
        }
    }

    /** The file that says what family it is. */
    private static ModelFile main(Map<Part, ModelFile> files) {
        ModelFile checkpoint = files.get(Part.CHECKPOINT);
        ModelFile diffusion = files.get(Part.DIFFUSION_MODEL);
        if (diffusion != null && (checkpoint == null || diffusion.family().isPresent() && !diffusion.family().get().isUnet())) {
            return diffusion;
        }
        return checkpoint != null ? checkpoint : files.values().iterator().next();
    }

    private static Family family(Map<Part, ModelFile> files) throws EngineException {
        ModelFile main = main(files);
        Part as = files.get(Part.CHECKPOINT) == main ? Part.CHECKPOINT : Part.DIFFUSION_MODEL;
        if (files.get(as) != main) {   // there is neither
            throw failed(new Failure.MissingCompanion(main.path(), main.kind().name(), Part.CHECKPOINT));
        }
        if (main.kind() != ModelKind.CHECKPOINT && main.kind() != ModelKind.DIFFUSION_MODEL) {
            throw failed(new Failure.WrongPart(main.path(), main.kind().name(), as));
        }
        Family family = main.family().orElseThrow(() -> failed(new Failure.UnsupportedFamily(main.path(), UNKNOWN_FAMILY)));
        if (!family.supported()) {
            throw failed(new Failure.UnsupportedFamily(main.path(), family.name()));
        }
        return family;
    }

    private static Set<Part> missing(Map<Part, ModelFile> files) {
        ModelFile main = main(files);
        Set<Part> there = EnumSet.noneOf(Part.class);
        there.addAll(files.keySet());
        there.addAll(main.parts());
        if (files.containsKey(Part.CHECKPOINT)) {
            there.addAll(files.get(Part.CHECKPOINT).parts());
        }
        if (there.contains(Part.TAESD)) {
            there.add(Part.VAE);
        }
        Set<Part> missing = EnumSet.noneOf(Part.class);
        main.family().ifPresent(family -> {
            if (family.isUnet() && main.kind() == ModelKind.DIFFUSION_MODEL) {
                // The engine tells a UNet's family by the text encoder in the same checkpoint only.
                missing.add(Part.CHECKPOINT);
                return;
            }
            missing.addAll(family.needs());
            if (family == Family.WAN2 && begins(main)) {
                missing.add(Part.CLIP_VISION);
            }
            missing.removeAll(there);
        });
        if (main.family().isEmpty() && main.kind() != ModelKind.DIFFUSION_MODEL) {
            missing.add(Part.CHECKPOINT);
        }
        return missing;
    }

    /** Holds that a file is of the kind it is given as. */
    private static void part(Part as, ModelFile file) throws EngineException {
        ModelKind kind = file.kind();
        boolean right = switch (as) {
            case CHECKPOINT -> kind == ModelKind.CHECKPOINT || kind == ModelKind.DIFFUSION_MODEL && !file.bare();
            case DIFFUSION_MODEL -> kind == ModelKind.DIFFUSION_MODEL
                    || kind == ModelKind.CHECKPOINT && file.family().isPresent() && !file.family().get().isUnet();
            case HIGH_NOISE_DIFFUSION_MODEL, UNCONDITIONAL_DIFFUSION_MODEL -> kind == ModelKind.DIFFUSION_MODEL;
            case CLIP_L -> kind == ModelKind.CLIP_L || kind == ModelKind.CLIP_H;
            case VAE, AUDIO_VAE, TAESD, CLIP_G, T5XXL, LLM, LLM_VISION, CLIP_VISION, EMBEDDINGS_CONNECTORS, CONTROL_NET, PHOTO_MAKER ->
                    kind.part().equals(Optional.of(as)) || file.parts().contains(as) && kind != ModelKind.CHECKPOINT;
        };
        // A file of nothing known is let through where the engine takes many layouts and fails cleanly on the wrong ones.
        boolean perhaps = kind == ModelKind.UNKNOWN_TENSORS && as != Part.CHECKPOINT && as != Part.DIFFUSION_MODEL;
        if (!right && !perhaps) {
            throw failed(new Failure.WrongPart(file.path(), kind.name(), as));
        }
    }

    /** Wan of another depth than 30 or 40 ends the engine's process (its wan.hpp). */
    private static void blocks(Map<Part, ModelFile> files, Family family) throws EngineException {
        if (family != Family.WAN2 && family != Family.WAN2_2_I2V && family != Family.WAN2_2_TI2V) {
            return;
        }
        List<ModelFile> models = new ArrayList<>(List.of(main(files)));
        Optional.ofNullable(files.get(Part.HIGH_NOISE_DIFFUSION_MODEL)).ifPresent(models::add);
        for (ModelFile model : models) {
            int blocks = model.blocks("blocks");
            if (blocks != 30 && blocks != 40) {
                throw failed(new Failure.DamagedFile(model.path(), blocks + " blocks; Wan has 30 or 40"));
            }
            // The engine shares the small ones out evenly among the others, and goes by their number without a look.
            int followers = model.blocks(VACE_BLOCKS);
            if (followers > blocks || followers > 0 && blocks % followers != 0) {
                throw failed(new Failure.DamagedFile(model.path(), followers + " VACE blocks do not go evenly into " + blocks));
            }
        }
    }

    private static void controlNet(ModelFile net, ModelFile model, Family family) throws EngineException {
        if (!family.isUnet() || family.isSdxl()) {   // SDXL's overflows the engine's graph
            throw failed(new Failure.DoesNotFit(net.path(), model.path(), "the engine has ControlNets for SD1 and SD2 only"));
        }
        for (TensorInfo tensor : model.tensors()) {
            if (tensor.name().endsWith("diffusion_model.input_blocks.0.0.weight")
                    && tensor.axis(0, model.container()) != CONTROL_NET_WIDTH) {
                throw failed(new Failure.DoesNotFit(net.path(), model.path(),
                        tensor.axis(0, model.container()) + " channels, not " + CONTROL_NET_WIDTH));
            }
        }
    }

    private static void photoMaker(ModelFile maker, ModelFile model, Family family) throws EngineException {
        if (!family.isSdxl()) {
            throw failed(new Failure.DoesNotFit(maker.path(), model.path(), "PhotoMaker is for SDXL"));
        }
        // The engine goes by the path alone, and reads the weights of the one as the other's.
        if (maker.path().toAbsolutePath().toString().contains("v2") != isVersion2(maker)) {
            throw failed(new Failure.DoesNotFit(maker.path(), model.path(),
                    isVersion2(maker) ? "it is PhotoMaker v2 and needs v2 in its name" : "it is PhotoMaker v1 and must not have v2 in its name or folder"));
        }
    }

    private static boolean isVersion2(ModelFile maker) {
        return maker.tensors().stream().anyMatch(t -> t.name().contains("qformer_perceiver"));
    }

    private static void embedding(ModelFile file, ModelFile model, Family family) throws EngineException {
        if (file.kind() != ModelKind.EMBEDDING) {
            throw failed(new Failure.WrongKind(file.path(), file.kind().name(), ModelKind.EMBEDDING.name()));
        }
        if (family.isSdxl()) {   // both encoders' vectors go through one buffer there: wrong pictures, or reads beyond it
            throw failed(new Failure.UnsupportedFamily(file.path(), SDXL_EMBEDDING));
        }
        boolean fits = false;
        for (TensorInfo tensor : file.tensors()) {
            if (tensor.innermost(file.container()) == family.embeddingWidth()) {
                // The engine copies the bytes as they were loaded and reads them as F32.
                if (!tensor.type().equals("F32") && !tensor.type().equals("F64")) {
                    throw failed(new Failure.UnsupportedFamily(file.path(), UNSUPPORTED_WEIGHTS));
                }
                if (tensor.bytes() > LARGEST_EMBEDDING) {
                    throw failed(new Failure.DamagedFile(file.path(), "an embedding of " + tensor.bytes() + " bytes"));
                }
                fits = true;
            }
        }
        if (!fits) {
            throw failed(new Failure.DoesNotFit(file.path(), model.path(), "its vectors are not " + family.embeddingWidth() + " long"));
        }
    }

    /** An ESRGAN that the engine takes. */
    static ModelFile upscaler(Path path) throws EngineException {
        ModelFile file = sound(path);
        if (file.kind() != ModelKind.UPSCALER) {
            throw failed(new Failure.WrongKind(path, file.kind().name(), ModelKind.UPSCALER.name()));
        }
        int blocks = Math.max(file.blocks("body"), file.blocks("model.1.sub"));
        if (blocks > MOST_ESRGAN_BLOCKS) {
            throw failed(new Failure.DamagedFile(path, blocks + " blocks; the engine takes " + MOST_ESRGAN_BLOCKS));
        }
        return file;
    }

    static EngineException failed(Failure failure) {
        return new EngineException(failure);
    }
}
