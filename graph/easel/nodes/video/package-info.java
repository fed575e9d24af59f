/** Videos: their frames go from node to node as a batch of pictures, so that all that is done to pictures is done to them. */
@NullMarked
package easel.nodes.video;

import org.jspecify.annotations.NullMarked;
