/**
 * What can be done to pictures: plain arithmetic on samples, a new picture each time. It knows {@link easel.engine.Picture}
 * and nothing else of the house; the nodes, the painter and the file formats may use it.
 */
@org.jspecify.annotations.NullMarked
package easel.pixels;
