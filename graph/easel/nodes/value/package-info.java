/**
 * Numbers, words, seeds and what is worked out of them, to feed parameters with.
 */
@org.jspecify.annotations.NullMarked
package easel.nodes.value;
