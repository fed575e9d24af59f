package easel.nodes.picture;

import easel.graph.Problem;
import easel.nodes.Param;
import easel.nodes.Unfoldable;
import easel.nodes.Values;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Colours as people write them, {@code #rrggbb}. */
final class Colour {

    private static final Pattern HEX = Pattern.compile("#?([0-9a-fA-F]{6})");

    private Colour() {}

    /**
     * What stands in a parameter, as 0xRRGGBB.
     *
     * @throws Unfoldable if that is no colour
     */
    static int of(Values values, Param<String> parameter) {
        String text = values.get(parameter).strip();
        Matcher hex = HEX.matcher(text);
        if (!hex.matches()) {
            throw Unfoldable.at(parameter.name(), Problem.Code.BAD_VALUE, parameter.name(), text.isEmpty() ? "\"\"" : text, "#000000 ... #ffffff");
        }
        return Integer.parseInt(hex.group(1), 16);
    }
}
