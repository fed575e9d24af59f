package easel.ui.action;

import java.util.Optional;

/** What the window can do, and whether it can now; all on the EDT. */
public interface Deeds {

    /** Whether a picture can be asked for. */
    boolean canGenerate();

    void generate();

    /** Whether the workflow can run by itself: its nodes are looked at. */
    boolean canBeLive();

    /** Whether it runs by itself whenever it was changed. */
    boolean isLive();

    void toggleLive();

    /** Whether it shows something that nothing has saved. */
    boolean canKeep();

    /** Saves what live shows. */
    void keep();

    /** Whether something is on its way. */
    boolean isWorking();

    void cancel();

    /** Whether Esc takes the run back: not among nodes, where it ends drags and selections. */
    boolean escapeCancels();

    /** Keeps the workflow as a preset, under a title that is asked for. */
    void saveAsPreset();

    /** Whether a preset that the person has made is open. */
    boolean hasOwnPreset();

    void renamePreset();

    void removePreset();

    /** Whether the form is looked at, to be edited. */
    boolean canEditForm();

    /** Whether the form is being edited. */
    boolean isEditingForm();

    /** Edits the form, or has done so. */
    void editForm();

    /** Shows the other face of the workflow. */
    void turn();

    /** Whether any workflow has jobs that run or wait. */
    boolean hasJobs();

    void cancelAll();

    void toggleQueue();

    /** Shows or hides what is wrong with the workflow. */
    void toggleProblems();

    /** Shows or hides what was said. */
    void toggleLog();

    /** Whether nodes are looked at, with their panels. */
    boolean hasPanels();

    /** Shows or hides the library of nodes. */
    void toggleLibrary();

    /** Shows or hides what there is to set about the selected nodes. */
    void toggleInspector();

    /** Whether there is a queue to be held, or one that is held. */
    boolean canPause();

    /** Holds the queue, or lets it go on. */
    void pauseQueue();

    /** Whether the engine has been silent so long after a cancel, or at all, that ending it is offered. */
    boolean canForceStop();

    void forceStop();

    /** What undo takes back; empty if there is nothing. */
    Optional<String> undoable();

    void undo();

    /** What redo brings back; empty if there is nothing. */
    Optional<String> redoable();

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

    /** Shows or hides the bar with the menu. */
    void toggleTopBar();

    /** Shows or hides the status line. */
    void toggleStatusLine();

    /** Whether nothing but the picture, or the nodes, is shown. */
    boolean isAlone();

    /** Hides all that stands round the picture or the nodes, or shows it again. */
    void toggleAlone();

    /** Offers all that can be done now, to be found by words. */
    void openCommands();

    void openSettings();

    /** Shows which keys do what, to be changed. */
    void openKeys();

    /** Begins the tour of the nodes. */
    void beginTour();

    /** Shows which keys do what, at a glance. */
    void openHelp();

    void openMenu();

    void focusPrompt();

    void newTab();

    void open();

    void save();

    void saveAs();

    void closeTab();

    /** Whether a tab was closed that can be had back. */
    boolean canReopen();

    void reopenTab();

    /** Whether there are other tabs. */
    boolean hasTabs();

    void nextTab();

    void previousTab();

    void quit();
}
