package easel.engine.weights;

import java.nio.file.Path;

/** Small model files for tests elsewhere: right names, weights of nothing. */
public final class FamilyFiles {

    private FamilyFiles() {}

    /** What makes a file one of a family; Wan as deep as the engine takes it. */
    public static Path of(Family family, Path file) {
        Weights weights = FamilyTest.least(family);
        return (family.name().startsWith("WAN") ? weights.f16("model.diffusion_model.blocks.29.norm3.weight", 8) : weights).safetensors(file);
    }

    /** One of a family with a VAE in the same file. */
    public static Path withVae(Family family, Path file) {
        return FamilyTest.least(family).f16("first_stage_model.decoder.conv_in.weight", 8, 4, 3, 3).safetensors(file);
    }

    /** A file of a kind. */
    public static Path of(ModelKind kind, Path file) {
        return ModelKindTest.sample(kind).safetensors(file);
    }
}
