/** The queue at the window's lower edge: what runs, what waits and what is over, of every workflow. Knows the desk and the actions. */
@org.jspecify.annotations.NullMarked
package easel.ui.queue;
