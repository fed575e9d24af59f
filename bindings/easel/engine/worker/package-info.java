/**
 * The engine in a process of its own, and the pipe to it. An abort in native code, an out-of-memory, a driver's reset or
 * a hang costs one job here and never the program that asked for it.
 *
 * <p>{@link easel.engine.worker.WorkerEngine} is the side of the program, {@link easel.engine.worker.WorkerMain} the side
 * of the engine; {@link easel.engine.worker.Message} is all they say to each other.
 */
@org.jspecify.annotations.NullMarked
package easel.engine.worker;
