/** The row of open workflows above the centre, and what is to be said about a workflow's file. Knows the desk and the actions. */
@org.jspecify.annotations.NullMarked
package easel.ui.tabs;
