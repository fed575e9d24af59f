/**
 * The few controls that Swing has not: a number field, a row of choices, a section that folds, a popover. They know the
 * theme and nothing of pictures.
 */
@org.jspecify.annotations.NullMarked
package easel.ui.widget;
