/**
 * What {@code ./bench} measures: the figures the project holds itself to, each a {@link easel.bench.Figure}, listed in
 * {@link easel.bench.Figures}. No part of the product; it may know every room, and nobody knows it.
 */
@org.jspecify.annotations.NullMarked
package easel.bench;
