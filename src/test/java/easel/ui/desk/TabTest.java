package easel.ui.desk;

import static org.assertj.core.api.Assertions.assertThat;

import easel.graph.NodeId;
import easel.run.JobId;
import easel.run.Key;
import easel.run.NodeState;
import easel.run.RunEvent;
import easel.support.PlainPreset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of a tab's nodes may show again what they gave for another document. */
class TabTest {

    private static final NodeId NODE = new NodeId("sampler");

    private final Tab tab = new Tab(1, "", PlainPreset.document(), null, List.of());

    private void told(long job, String key, NodeState state) {
        tab.tell(new RunEvent.NodeChanged(new JobId(job), NODE, new Key(key), state));
    }

    private static NodeState done() {
        return new NodeState.Done(1, false, List.of(), null);
    }

    @Test
    void the_last_of_several_variations_stays_as_long_as_the_document_is_the_one_they_are_of() {
        tab.vary(List.of(new JobId(2), new JobId(3)));
        told(1, "first", done());
        told(2, "second", done());
        told(3, "third", done());
        assertThat(tab.mayShowEarlier()).as("what gives way is told by the document's own key").containsEntry(NODE, new Key("first"));
        assertThat(tab.results().shown()).containsEntry(NODE, new Key("third"));
    }

    @Test
    void a_later_job_counts_and_one_under_way_is_left_alone() {
        told(1, "first", done());
        told(4, "other", done());
        assertThat(tab.mayShowEarlier()).containsEntry(NODE, new Key("other"));
        told(5, "again", new NodeState.Waiting());
        assertThat(tab.mayShowEarlier()).isEmpty();
    }
}
