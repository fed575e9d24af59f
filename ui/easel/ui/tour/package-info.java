/** The first minute among nodes: a graph of two pictures, and a line that says what to try with it. Knows the desk. */
@org.jspecify.annotations.NullMarked
package easel.ui.tour;
