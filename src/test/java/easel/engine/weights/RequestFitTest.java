package easel.engine.weights;

import static org.assertj.core.api.Assertions.assertThat;

import easel.engine.ContextKey;
import easel.engine.Control;
import easel.engine.Execution;
import easel.engine.Failure;
import easel.engine.Finer;
import easel.engine.ImageRequest;
import easel.engine.Job;
import easel.engine.ModelFiles;
import easel.engine.Part;
import easel.engine.PhotoId;
import easel.engine.Picture;
import easel.engine.Preview;
import easel.engine.RequestCheck;
import easel.engine.Sampler;
import easel.engine.Sampling;
import easel.engine.Scheduler;
import easel.engine.VideoRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a family does not survive, or passes over in silence, told before the engine is asked. */
class RequestFitTest {

    private static final Picture GREY = Picture.of(32, 32, 3, new byte[32 * 32 * 3]);
    private static final Sampling EULER = new Sampling(Sampler.EULER, Scheduler.DISCRETE, 4, 7);

    @TempDir Path folder;
    private Path vae;

    @BeforeEach void write() {
        vae = FamilyFiles.of(ModelKind.VAE, folder.resolve("vae.safetensors"));
    }

    // ---- Reference pictures

    @ParameterizedTest
    @EnumSource(names = {"SD1", "SDXL", "SD2"})
    void a_unet_that_looks_at_no_pictures_says_so(Family family) {
        assertThat(check(unet(family), looking())).contains(new Failure.PassedOver(folder.resolve(family + ".safetensors"), "REFERENCES"));
    }

    /** The engine encodes it and looks at it no further. */
    @Test void a_picture_to_follow_without_a_controlnet_is_for_models_that_follow_pictures_themselves() {
        ImageRequest following = new ImageRequest("", "", -1, 64, 64, EULER, 1, List.of(), null, new Control(GREY, 1), List.of(), null, null);
        assertThat(check(unet(Family.SD1), following)).contains(new Failure.PassedOver(folder.resolve("SD1.safetensors"), "PICTURE_TO_FOLLOW"));
        assertThat(check(flux(Family.FLUX), following)).contains(new Failure.PassedOver(folder.resolve("FLUX.safetensors"), "PICTURE_TO_FOLLOW"));
        assertThat(check(flux(Family.FLUX_CONTROLS), following)).isEmpty();
        assertThat(check(flux(Family.FLEX_2), following)).isEmpty();
    }

    private ModelFiles flux(Family family) {
        return ModelFiles.none().with(Part.DIFFUSION_MODEL, FamilyFiles.of(family, folder.resolve(family + ".safetensors")))
                .with(Part.CLIP_L, FamilyFiles.of(ModelKind.CLIP_L, folder.resolve("l.safetensors")))
                .with(Part.T5XXL, FamilyFiles.of(ModelKind.T5XXL, folder.resolve("t5.safetensors"))).with(Part.VAE, vae);
    }

    @Test void pix2pix_and_flux_look_at_them() {
        assertThat(check(unet(Family.SD1_PIX2PIX), looking())).isEmpty();
        assertThat(check(flux(Family.FLUX), looking())).isEmpty();
    }

    /** The library keeps a pointer to pictures that are gone. */
    @Test void a_picture_cfg_beside_reference_pictures_is_refused() {
        Sampling guided = new Sampling(Sampler.EULER, Scheduler.DISCRETE, 4, 7, null, null, List.of(), new Finer(null, 0, 1.5, null, new TreeMap<>()));
        ImageRequest bad = new ImageRequest("", "", -1, 64, 64, guided, 1, List.of(), null, null, List.of(GREY), null, null);
        assertThat(RequestCheck.check(job(unet(Family.SD1_PIX2PIX), bad))).containsInstanceOf(Failure.BadValue.class);
    }

    @Test void a_reference_picture_of_a_few_pixels_is_refused() {
        ImageRequest tiny = new ImageRequest("", "", -1, 64, 64, EULER, 1, List.of(), null, null, List.of(Picture.of(15, 64, 3, new byte[15 * 64 * 3])), null, null);
        assertThat(RequestCheck.check(job(unet(Family.SD1_PIX2PIX), tiny))).contains(new Failure.BadValue("reference", "15", "16 - 16384"));
    }

    // ---- Videos

    @Test void a_video_model_made_for_words_alone_looks_at_no_pictures() {
        ModelFiles words = wan("t2v", FamilyTest.wan(1536, 16));
        assertThat(check(words, null, null, List.of())).isEmpty();
        assertThat(check(words, GREY, null, List.of())).contains(new Failure.PassedOver(folder.resolve("t2v.safetensors"), "FIRST_PICTURE"));
        assertThat(check(words, null, GREY, List.of())).contains(new Failure.PassedOver(folder.resolve("t2v.safetensors"), "LAST_PICTURE"));
        assertThat(check(words, null, null, List.of(GREY))).contains(new Failure.PassedOver(folder.resolve("t2v.safetensors"), "FRAMES_TO_FOLLOW"));
    }

    @Test void one_made_for_pictures_looks_at_its_ends_and_vace_at_a_picture_and_at_frames() {
        ModelFiles pictures = wan("i2v", FamilyTest.wan(5120, 36));
        assertThat(check(pictures, GREY, GREY, List.of())).isEmpty();
        assertThat(check(pictures, GREY, null, List.of(GREY))).containsInstanceOf(Failure.PassedOver.class);
        ModelFiles both = wan("ti2v", FamilyTest.wan(3072, 48));
        assertThat(check(both, GREY, GREY, List.of())).isEmpty();
        assertThat(check(both, null, GREY, List.of())).containsInstanceOf(Failure.PassedOver.class);
        ModelFiles vace = wan("vace", FamilyTest.wan(1536, 16).f16("model.diffusion_model.vace_blocks.14.after_proj.weight", 8));
        assertThat(check(vace, GREY, null, List.of(GREY))).isEmpty();
        assertThat(check(vace, null, GREY, List.of())).containsInstanceOf(Failure.PassedOver.class);
    }

    // ---- Schedulers and sizes

    @Test void a_schedule_made_for_sd1_and_sdxl_is_refused_for_sd2() {
        ImageRequest ays = ImageRequest.text("", "", 64, 64, new Sampling(Sampler.EULER, Scheduler.AYS, 4, 7), 1);
        assertThat(check(unet(Family.SD2), ays)).containsInstanceOf(Failure.BadValue.class);
        assertThat(check(unet(Family.SD1), ays)).isEmpty();
        assertThat(check(unet(Family.SDXL), ays)).isEmpty();
    }

    @Test void sd3_is_no_larger_than_its_places() {
        Path file = FamilyTest.least(Family.SD3).f16("model.diffusion_model.pos_embed", 1, 192 * 192, 64).safetensors(folder.resolve("sd3.safetensors"));
        ModelFiles sd3 = ModelFiles.none().with(Part.DIFFUSION_MODEL, file).with(Part.CLIP_L, FamilyFiles.of(ModelKind.CLIP_L, folder.resolve("l.safetensors")))
                .with(Part.CLIP_G, FamilyFiles.of(ModelKind.CLIP_G, folder.resolve("g.safetensors"))).with(Part.VAE, vae);
        assertThat(check(sd3, ImageRequest.text("", "", 3072, 64, EULER, 1))).isEmpty();
        assertThat(check(sd3, ImageRequest.text("", "", 64, 3088, EULER, 1))).contains(new Failure.BadValue("height", "3088", "64 - 3072"));
    }

    // ---- PhotoMaker

    @Test void photomaker_is_for_sdxl() {
        ModelFiles files = unet(Family.SD1).with(Part.PHOTO_MAKER, maker("photomaker.safetensors", false));
        assertThat(check(files, showing(null))).containsInstanceOf(Failure.DoesNotFit.class);
        assertThat(check(unet(Family.SDXL).with(Part.PHOTO_MAKER, maker("photomaker.safetensors", false)), showing(null))).isEmpty();
    }

    /** The engine looks for "v2" in the path, and reads the one version's weights as the other's. */
    @Test void the_version_in_photomaker_s_path_must_be_the_file_s() throws Exception {
        Path face = Files.writeString(folder.resolve("face.bin"), "f");
        ModelFiles sdxl = unet(Family.SDXL);
        assertThat(check(sdxl.with(Part.PHOTO_MAKER, maker("photomaker-v2.safetensors", true)), showing(face))).isEmpty();
        assertThat(check(sdxl.with(Part.PHOTO_MAKER, maker("photomaker-v2.safetensors", true)), showing(null))).containsInstanceOf(Failure.DoesNotFit.class);
        assertThat(check(sdxl.with(Part.PHOTO_MAKER, maker("photomaker.safetensors", true)), showing(face))).containsInstanceOf(Failure.DoesNotFit.class);
        assertThat(check(sdxl.with(Part.PHOTO_MAKER, maker("photomaker-v2.safetensors", false)), showing(null))).containsInstanceOf(Failure.DoesNotFit.class);
    }

    @Test void a_person_has_one_picture_to_sixteen() {
        for (int count : new int[] {0, 17}) {
            ImageRequest bad = new ImageRequest("a man img", "", -1, 64, 64, EULER, 1, List.of(), null, null, List.of(), null, null, null,
                    new PhotoId(java.util.Collections.nCopies(count, GREY), null, 20));
            assertThat(RequestCheck.check(job(unet(Family.SDXL), bad))).contains(new Failure.BadValue("photos", Integer.toString(count), "1 - 16"));
        }
    }

    @Test void an_editing_model_looks_at_no_more_than_sixteen_pictures() {
        for (int count : new int[] {16, 17}) {
            ImageRequest asked = new ImageRequest("", "", -1, 64, 64, EULER, 1, List.of(), null, null, java.util.Collections.nCopies(count, GREY), null, null);
            Optional<Failure> told = RequestCheck.check(job(unet(Family.SDXL), asked));
            assertThat(told).isEqualTo(count == 16 ? Optional.empty() : Optional.of(new Failure.BadValue("references", "17", "0 - 16")));
        }
    }

    private Path maker(String name, boolean second) {
        Weights weights = ModelKindTest.sample(ModelKind.PHOTO_MAKER);
        return (second ? weights.f16("id_encoder.qformer_perceiver.token_proj.0.weight", 2, 2) : weights).safetensors(folder.resolve(name));
    }

    private ModelFiles unet(Family family) {
        return ModelFiles.checkpoint(FamilyFiles.of(family, folder.resolve(family + ".safetensors"))).with(Part.VAE, vae);
    }

    private static ImageRequest looking() {
        return new ImageRequest("", "", -1, 64, 64, EULER, 1, List.of(), null, null, List.of(GREY), null, null);
    }

    private static ImageRequest showing(Path face) {
        return new ImageRequest("a man img", "", -1, 64, 64, EULER, 1, List.of(), null, null, List.of(), null, null, null, new PhotoId(List.of(GREY), face, 20));
    }

    private ModelFiles wan(String name, Weights weights) {
        Path model = weights.f16("model.diffusion_model.blocks.29.norm3.weight", 8).safetensors(folder.resolve(name + ".safetensors"));
        return ModelFiles.none().with(Part.DIFFUSION_MODEL, model).with(Part.VAE, vae)
                .with(Part.T5XXL, FamilyFiles.of(ModelKind.T5XXL, folder.resolve("umt5.safetensors")));
    }

    private static Optional<Failure> check(ModelFiles files, Picture first, Picture last, List<Picture> control) {
        VideoRequest request = new VideoRequest("", "", -1, 64, 64, 5, 8, EULER, null, VideoRequest.BOUNDARY, 1, List.of(), first, last, control, 1, null, null);
        return new ModelCheck().of(new Job.Film(ContextKey.of(files, Execution.cpu(1)), request, Preview.NONE));
    }

    private static Job.Paint job(ModelFiles files, ImageRequest request) {
        return new Job.Paint(ContextKey.of(files, Execution.cpu(1)), request, Preview.NONE);
    }

    private static Optional<Failure> check(ModelFiles files, ImageRequest request) {
        return new ModelCheck().of(job(files, request));
    }
}
