/** Which keys do what: all of them on one sheet, and changed one by one. Knows the actions and the settings. */
@org.jspecify.annotations.NullMarked
package easel.ui.keys;
