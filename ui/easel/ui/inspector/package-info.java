/** The panel at the right of the nodes: everything there is to set about what is selected, with the form's own views. */
@org.jspecify.annotations.NullMarked
package easel.ui.inspector;
