/**
 * Threads of the window: slow work and its end on the event thread, and news that come faster than a screen shows them.
 * The only place in {@code easel.ui} that makes threads or speaks to the event queue. It knows nobody of {@code easel.ui}.
 */
@org.jspecify.annotations.NullMarked
package easel.ui.task;
