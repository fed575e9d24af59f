/**
 * Models: where their files are, and how pictures are painted with them beyond what every sampler asks. All of it only
 * describes.
 */
@Family("models")
@NullMarked
package easel.nodes.model;

import easel.nodes.Family;
import org.jspecify.annotations.NullMarked;
