/** What mends a problem of a workflow, wherever problems are shown. Knows the form's ways of choosing files. */
@org.jspecify.annotations.NullMarked
package easel.ui.mending;
