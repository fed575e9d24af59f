/** The strip of pictures under the stage: what is coming, what came in this session and in the last one. */
@org.jspecify.annotations.NullMarked
package easel.ui.strip;
