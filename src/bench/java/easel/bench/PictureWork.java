package easel.bench;

import boofcv.alg.filter.binary.BinaryImageOps;
import boofcv.alg.filter.blur.BlurImageOps;
import boofcv.struct.image.GrayU8;
import boofcv.struct.image.Planar;
import com.twelvemonkeys.image.ResampleOp;
import easel.engine.Picture;
import easel.pixels.Blurring;
import easel.pixels.Layers;
import easel.pixels.Masks;
import easel.pixels.Mixing;
import easel.pixels.Resample;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Work on a picture of 4096 x 4096, how many times as long as the fastest well-kept Java library that does the same takes:
 * TwelveMonkeys for scaling, BoofCV for blur and masks, the JDK's own Java2D for blending.
 */
final class PictureWork implements Figure {

    private static final int SIDE = 4096;
    private static final int TIMES = 9;
    private static final Goal TWICE = Goal.atMost(2);

    /** One operation, both ways. */
    private record Pair(String name, Runnable ours, Runnable theirs) {}

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public String what() {
        return "resize, blur, blend and masks at 4096 x 4096, times as long as TwelveMonkeys, BoofCV and Java2D";
    }

    @Override
    public List<Reading> measure(House house, Consumer<String> progress) {
        List<Reading> readings = new ArrayList<>();
        for (Supplier<Pair> maker : pairs()) {
            Pair pair = maker.get();
            progress.accept(pair.name);
            List<Double> ratios = new ArrayList<>();
            List<Double> own = new ArrayList<>();
            int times = house.times(TIMES);
            // Three more before that: the code is compiled meanwhile. Turn by turn, so that both meet the same machine.
            for (int i = -3; i < times; i++) {
                double ours = millis(pair.ours);
                double theirs = millis(pair.theirs);
                if (i >= 0) {
                    ratios.add(ours / theirs);
                    own.add(ours);
                }
            }
            readings.add(Reading.median(name() + "-" + pair.name, Sample.of(ratios), "times", TWICE));
            readings.add(Reading.median(name() + "-" + pair.name + "-time", Sample.of(own), "ms", null));
        }
        return readings;
    }

    private static double millis(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }

    /** Each made when it is its turn: together they do not fit into the window's memory. */
    private static List<Supplier<Pair>> pairs() {
        return List.of(PictureWork::shrink, PictureWork::blur, PictureWork::blend, PictureWork::grow);
    }

    private static Pair shrink() {
        byte[] samples = noise(1);
        Picture picture = Picture.of(SIDE, SIDE, 3, samples);
        BufferedImage image = image(samples);
        int half = SIDE / 2;
        return new Pair("shrink", () -> Resample.LANCZOS.to(picture, half, half), () -> new ResampleOp(half, half, ResampleOp.FILTER_LANCZOS).filter(image, null));
    }

    private static Pair blur() {
        byte[] samples = noise(1);
        Picture picture = Picture.of(SIDE, SIDE, 3, samples);
        Planar<GrayU8> planes = planes(samples);
        Planar<GrayU8> soft = planes.createSameShape();
        GrayU8 room = new GrayU8(SIDE, SIDE);
        return new Pair("blur", () -> Blurring.gaussian(picture, 4), () -> {
            for (int c = 0; c < 3; c++) {
                BlurImageOps.gaussian(planes.getBand(c), soft.getBand(c), 4, 13, room);
            }
        });
    }

    private static Pair blend() {
        byte[] samples = noise(1);
        byte[] others = noise(2);
        Picture picture = Picture.of(SIDE, SIDE, 3, samples);
        Picture other = Picture.of(SIDE, SIDE, 3, others);
        BufferedImage over = image(others);
        BufferedImage canvas = image(samples.clone());
        return new Pair("blend", () -> Layers.over(picture, other, 0, 0, Mixing.NORMAL, 0.5, null), () -> blend(canvas, over));
    }

    private static Pair grow() {
        byte[] mask = new byte[SIDE * SIDE];
        GrayU8 binary = new GrayU8(SIDE, SIDE);
        for (int at = 0; at < mask.length; at++) {
            boolean white = (at % SIDE / 97 + at / SIDE / 61) % 5 == 0;
            mask[at] = (byte) (white ? 255 : 0);
            binary.data[at] = (byte) (white ? 1 : 0);
        }
        Picture shown = Picture.of(SIDE, SIDE, 1, mask);
        GrayU8 grown = new GrayU8(SIDE, SIDE);
        return new Pair("grow", () -> Masks.grown(shown, 4, false), () -> BinaryImageOps.dilate8(binary, 4, grown));
    }

    private static byte[] noise(long seed) {
        byte[] samples = new byte[SIDE * SIDE * 3];
        new Random(seed).nextBytes(samples);
        return samples;
    }

    private static void blend(BufferedImage canvas, BufferedImage over) {
        Graphics2D g = canvas.createGraphics();
        g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.5f));
        g.drawImage(over, 0, 0, null);
        g.dispose();
    }

    /** Of the samples themselves, blue first. */
    private static BufferedImage image(byte[] samples) {
        BufferedImage like = new BufferedImage(1, 1, BufferedImage.TYPE_3BYTE_BGR);
        WritableRaster raster = Raster.createInterleavedRaster(new DataBufferByte(samples, samples.length), SIDE, SIDE, SIDE * 3, 3, new int[] {2, 1, 0}, null);
        return new BufferedImage(like.getColorModel(), raster, false, null);
    }

    private static Planar<GrayU8> planes(byte[] samples) {
        Planar<GrayU8> planes = new Planar<>(GrayU8.class, SIDE, SIDE, 3);
        for (int at = 0; at < SIDE * SIDE; at++) {
            for (int c = 0; c < 3; c++) {
                planes.getBand(c).data[at] = samples[at * 3 + c];
            }
        }
        return planes;
    }
}
