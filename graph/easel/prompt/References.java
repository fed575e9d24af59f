package easel.prompt;

import java.util.Set;

/** What a template names, whichever way its choices go. */
final class References {

    private References() {}

    /** Adds the names of its wildcards and its LoRA tags. */
    static void of(Template template, Set<String> wildcards, Set<String> tags) {
        for (Part part : template.parts()) {
            switch (part) {
                case Part.Plain(String text) -> tags.addAll(LoraTag.written(text));
                case Part.Wildcard(String name) -> wildcards.add(name);
                case Part.Choice choice -> choice.options().forEach(option -> of(option.words(), wildcards, tags));
            }
        }
    }
}
