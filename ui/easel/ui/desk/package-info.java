/**
 * What the window shows, without a component: the document with its history, the run, the pictures of the session.
 * Everything here lives on the EDT but for what says otherwise. Knows {@code easel.run}; of {@code easel.ui} the
 * settings, the tasks and the images.
 */
@org.jspecify.annotations.NullMarked
package easel.ui.desk;
