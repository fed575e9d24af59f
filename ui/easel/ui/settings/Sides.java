package easel.ui.settings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The panels round the nodes.
 *
 * @param inspector      whether the inspector is shown
 * @param inspectorWidth in logical pixels
 * @param library        whether the library of nodes is shown
 * @param libraryWidth   in logical pixels
 * @param drawer         the page of the drawer at the lower edge; null for the first
 * @param favourites     types of node, in the order in which they were marked
 * @param recent         types of node that were added last, the newest first
 * @param added          types of node that were added, the newest first, each as often as it was: what the person is used to
 */
public record Sides(boolean inspector, int inspectorWidth, boolean library, int libraryWidth, @Nullable String drawer,
        List<String> favourites, List<String> recent, List<String> added) {

    /** Types that were added last: what is seen without scrolling. */
    public static final int RECENT = 5;
    private static final int ADDED = 64;
    private static final int INSPECTOR = 264;
    private static final int LIBRARY = 200;

    static final Sides DEFAULT = new Sides(true, INSPECTOR, true, LIBRARY, null, List.of(), List.of(), List.of());

    @SuppressWarnings("ConstantValue")
    public Sides {
        inspectorWidth = inspectorWidth <= 0 ? INSPECTOR : Math.clamp(inspectorWidth, 232, 640);
        libraryWidth = libraryWidth <= 0 ? LIBRARY : Math.clamp(libraryWidth, 160, 480);
        favourites = some(favourites, 1000);
        recent = some(recent, RECENT);
        added = added == null ? List.of() : added.stream().filter(Objects::nonNull).limit(ADDED).toList();
    }

    private static List<String> some(@Nullable List<String> types, int most) {
        return types == null ? List.of() : new LinkedHashSet<>(types).stream().filter(Objects::nonNull).limit(most).toList();
    }

    /** The same with the inspector shown or not. */
    public Sides withInspector(boolean shown) {
        return new Sides(shown, inspectorWidth, library, libraryWidth, drawer, favourites, recent, added);
    }

    /** The same with the inspector so wide. */
    public Sides withInspectorWidth(int width) {
        return new Sides(inspector, width, library, libraryWidth, drawer, favourites, recent, added);
    }

    /** The same with the library shown or not. */
    public Sides withLibrary(boolean shown) {
        return new Sides(inspector, inspectorWidth, shown, libraryWidth, drawer, favourites, recent, added);
    }

    /** The same with the library so wide. */
    public Sides withLibraryWidth(int width) {
        return new Sides(inspector, inspectorWidth, library, width, drawer, favourites, recent, added);
    }

    /** The same with another page of the drawer. */
    public Sides withDrawer(String page) {
        return new Sides(inspector, inspectorWidth, library, libraryWidth, page, favourites, recent, added);
    }

    /** The same with a type among the favourites, or not. */
    public Sides withFavourite(String type, boolean is) {
        List<String> others = new java.util.ArrayList<>(favourites);
        others.remove(type);
        if (is) {
            others.add(type);
        }
        return new Sides(inspector, inspectorWidth, library, libraryWidth, drawer, others, recent, added);
    }

    /** The same with a type the last that was added. */
    public Sides withRecent(String type) {
        List<String> others = new java.util.ArrayList<>(recent);
        others.remove(type);
        others.addFirst(type);
        return new Sides(inspector, inspectorWidth, library, libraryWidth, drawer, favourites, others,
                Stream.concat(Stream.of(type), added.stream()).toList());
    }
}
