package easel.ui.settings;

/**
 * How much of the disk Easel may fill with what it can do without.
 *
 * @param cacheMegabytes results that can be made again
 * @param keptMegabytes  finished pictures that nobody saved
 */
public record Room(int cacheMegabytes, int keptMegabytes) {

    /** 2 GB and 5 GB. */
    public static final Room DEFAULT = new Room(2000, 5000);
    private static final int MOST = 10_000_000;

    public Room {
        cacheMegabytes = cacheMegabytes <= 0 ? 2000 : Math.min(cacheMegabytes, MOST);
        keptMegabytes = keptMegabytes <= 0 ? 5000 : Math.min(keptMegabytes, MOST);
    }

    /** The same with another bound for results. */
    public Room withCache(int megabytes) {
        return new Room(megabytes, keptMegabytes);
    }

    /** The same with another bound for pictures. */
    public Room withKept(int megabytes) {
        return new Room(cacheMegabytes, megabytes);
    }
}
