/**
 * ComfyUI's own classes, one to one: their names, sockets and parameters. Most only describe; see {@link easel.nodes.Fold}.
 */
@Family("comfyui")
@org.jspecify.annotations.NullMarked
package easel.nodes.comfy;

import easel.nodes.Family;
