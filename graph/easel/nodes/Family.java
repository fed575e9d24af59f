package easel.nodes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a package that its nodes are kept apart from Easel's own, in the library and in the documentation. */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Family {

    /** An id for its words: {@code family.<id>} is what people read. */
    String value();
}
