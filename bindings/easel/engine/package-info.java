/**
 * The engine as everyone else sees it: jobs in, events while they run, pictures or a typed failure out.
 * Plain Java values; how they reach native code ({@code easel.engine.ffm}) and which process does it
 * ({@code easel.engine.worker}) stays behind {@link easel.engine.Engine}.
 */
@org.jspecify.annotations.NullMarked
package easel.engine;
