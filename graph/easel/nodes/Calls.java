package easel.nodes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the functions of stable-diffusion.cpp that do the work of a node's {@code run}; a test holds that they do. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Calls {

    /** As the library's header has them. */
    String[] value();
}
