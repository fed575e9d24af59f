package easel.ui.settings;

/**
 * Everything the window remembers. Values that are missing or make no sense are mended when a record is made, so that
 * a file from an older version or another hand gives settings that work.
 */
public record Settings(int version, Look look, Machine machine, Place place, Work work, Sides sides, Bounds bounds, Hand hand, Keys keys, Shown shown,
        Bars bars) {

    /** The version that this program writes. */
    public static final int CURRENT = 1;

    @SuppressWarnings("ConstantValue") // a file may lack any of them
    public Settings {
        version = CURRENT;
        look = look == null ? Look.DEFAULT : look;
        machine = machine == null ? Machine.DEFAULT : machine;
        place = place == null ? Place.DEFAULT : place;
        work = work == null ? Work.DEFAULT : work;
        sides = sides == null ? Sides.DEFAULT : sides;
        bounds = bounds == null ? Bounds.DEFAULT : bounds;
        hand = hand == null ? Hand.DEFAULT : hand;
        keys = keys == null ? Keys.DEFAULT : keys;
        shown = shown == null ? Shown.DEFAULT : shown;
        bars = bars == null ? Bars.DEFAULT : bars;
    }

    /** What a first start has. */
    public static final Settings DEFAULT = new Settings(CURRENT, Look.DEFAULT, Machine.DEFAULT, Place.DEFAULT, Work.DEFAULT,
            Sides.DEFAULT,
            Bounds.DEFAULT, Hand.DEFAULT, Keys.DEFAULT, Shown.DEFAULT, Bars.DEFAULT);

    /** The same with another look. */
    public Settings with(Look other) {
        return new Settings(version, other, machine, place, work, sides, bounds, hand, keys, shown, bars);
    }

    /** The same on another device. */
    public Settings with(Machine other) {
        return new Settings(version, look, other, place, work, sides, bounds, hand, keys, shown, bars);
    }

    /** The same with the window elsewhere. */
    public Settings with(Place other) {
        return new Settings(version, look, machine, other, work, sides, bounds, hand, keys, shown, bars);
    }

    /** The same with other work in it. */
    public Settings with(Work other) {
        return new Settings(version, look, machine, place, other, sides, bounds, hand, keys, shown, bars);
    }

    /** The same with other panels round the nodes. */
    public Settings with(Sides other) {
        return new Settings(version, look, machine, place, work, other, bounds, hand, keys, shown, bars);
    }

    /** The same with other bounds on the disk. */
    public Settings with(Bounds other) {
        return new Settings(version, look, machine, place, work, sides, other, hand, keys, shown, bars);
    }

    /** The same with other habits on the canvas. */
    public Settings with(Hand other) {
        return new Settings(version, look, machine, place, work, sides, bounds, other, keys, shown, bars);
    }

    /** The same with other keys. */
    public Settings with(Keys other) {
        return new Settings(version, look, machine, place, work, sides, bounds, hand, other, shown, bars);
    }

    /** The same with something shown. */
    public Settings with(Shown other) {
        return new Settings(version, look, machine, place, work, sides, bounds, hand, keys, other, bars);
    }

    /** The same with other bars round it all. */
    public Settings with(Bars other) {
        return new Settings(version, look, machine, place, work, sides, bounds, hand, keys, shown, other);
    }
}
