/** The bar along the window's lower edge: what does the work, what is loaded, where pictures go, and one calm line. */
@org.jspecify.annotations.NullMarked
package easel.ui.status;
