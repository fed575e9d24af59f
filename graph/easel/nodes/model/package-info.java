/**
 * Models: where their files are, and how pictures are painted with them beyond what every sampler asks. All of it only
 * describes.
 */
@NullMarked
package easel.nodes.model;

import org.jspecify.annotations.NullMarked;
