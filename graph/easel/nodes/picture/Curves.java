package easel.nodes.picture;

import easel.engine.Picture;
import easel.graph.Problem;
import easel.nodes.Param;
import easel.nodes.Run;
import easel.nodes.Unfoldable;
import easel.nodes.Values;
import easel.pixels.Curve;
import easel.pixels.Tones;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Brightness by a curve through points, {@code 0,0 128,160 255,255}: what it was and what it becomes, 0 to 255; {@link Curve}. */
public final class Curves extends PictureChange {

    private static final String STRAIGHT = "0,0 255,255";
    private static final Pattern POINT = Pattern.compile("(\\d{1,3}),(\\d{1,3})");

    private final Param<String> points = words("points", STRAIGHT, 1000);
    private final Param<Channels> channels = choice("channels", Channels.ALL);

    private enum Channels {
        ALL(true, true, true),
        RED(true, false, false),
        GREEN(false, true, false),
        BLUE(false, false, true);

        private final boolean[] which;

        Channels(boolean... which) {
            this.which = which;
        }
    }

    public Curves() {
        super("curves", "picture");
    }

    @Override
    protected Picture changed(Run run, Picture picture) {
        return Tones.applied(picture, curve(run), run.get(channels).which);
    }

    @Override
    public List<Problem> foretell(Run run) {
        curve(run);
        return List.of();
    }

    private Curve curve(Values values) {
        String text = values.get(points).strip();
        List<Curve.Point> all = new ArrayList<>();
        int before = -1;
        for (String part : text.split("[\\s;]+")) {
            var point = POINT.matcher(part);
            int x = point.matches() ? Integer.parseInt(point.group(1)) : -1;
            int y = point.matches() ? Integer.parseInt(point.group(2)) : -1;
            if (x <= before || x > 255 || y > 255) {
                String said = text.isEmpty() ? "\"\"" : text;
                throw Unfoldable.at(points.name(), Problem.Code.BAD_VALUE, points.name(), said, "x,y x,y ...; 0 <= x1 < x2 ... <= 255");
            }
            before = x;
            all.add(new Curve.Point(x / 255.0, y / 255.0));
        }
        return new Curve(all);
    }
}
