package easel.ui.action;

/** What the window can do, and whether it can now; all on the EDT. */
public interface Deeds {

    /** Whether a picture can be asked for. */
    boolean canGenerate();

    void generate();

    /** Whether something is on its way. */
    boolean isWorking();

    void cancel();

    /** Whether the engine has been silent so long after a cancel, or at all, that ending it is offered. */
    boolean canForceStop();

    void forceStop();

    boolean canUndo();

    void undo();

    boolean canRedo();

    void redo();

    /** Whether a finished picture is being looked at. */
    boolean hasPicture();

    void copyPicture();

    void savePictureAs();

    void showPictureInFolder();

    void useSettings();

    /** Whether the preset takes a picture to start from. */
    boolean takesPicture();

    void useAsStart();

    void removeFromStrip();

    void zoom();

    void chooseStartPicture();

    void openPictureFolder();

    void toggleTheme();

    void openSettings();

    void openMenu();

    void focusPrompt();

    void quit();
}
