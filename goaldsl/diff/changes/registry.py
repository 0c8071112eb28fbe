"""All kinds of changes, in the order of their codes. A new kind is one file and one line here."""

from __future__ import annotations

from goaldsl.diagnostics import Code
from goaldsl.diff.change import FormChange, Kind, RowChange
from goaldsl.diff.changes import (
    below_achieved,
    budget_without_promise,
    class_moved,
    class_moved_across,
    comment_only,
    corrected,
    coverage_lost,
    deadline_earlier,
    deadline_later,
    definition_changed,
    direction_reversed,
    dropped_after_missed,
    evidence_changed,
    far_below_achieved,
    field_changed,
    follows_budget,
    goal_text_changed,
    goals_kept_budget_moved,
    id_changed,
    indicator_added,
    indicator_removed,
    indicator_renamed,
    indicator_retired,
    indicator_split,
    indicators_merged,
    lowered_after_missed,
    measurability_gained,
    measurability_lost,
    needs_review,
    never_moved,
    notation_only,
    order_only,
    rename_suspected,
    rule_loosened,
    rule_reshaped,
    rule_tightened,
    stage_lowered,
    target_given,
    target_missing,
    target_relaxed,
    target_replaced,
    target_shifted,
    target_tightened,
    task_added,
    task_changed,
    task_removed,
    taxonomy_changed,
    unit_changed,
    unit_rescaled,
    weight_decreased,
    weight_increased,
    weight_shifted_to_easier,
    weight_total_changed,
    word_changed,
)

CHANGES: tuple[RowChange | FormChange, ...] = (
    target_relaxed.CHANGE,  # GD101
    target_tightened.CHANGE,  # GD102
    target_shifted.CHANGE,  # GD103
    direction_reversed.CHANGE,  # GD104
    measurability_lost.CHANGE,  # GD105
    measurability_gained.CHANGE,  # GD106
    deadline_later.CHANGE,  # GD107
    deadline_earlier.CHANGE,  # GD108
    target_replaced.CHANGE,  # GD109
    unit_changed.CHANGE,  # GD110
    unit_rescaled.CHANGE,  # GD111
    follows_budget.CHANGE,  # GD112
    word_changed.CHANGE,  # GD113
    target_given.CHANGE,  # GD114
    target_missing.CHANGE,  # GD115
    indicator_removed.CHANGE,  # GD120
    indicator_retired.CHANGE,  # GD121
    indicator_added.CHANGE,  # GD122
    indicator_renamed.CHANGE,  # GD123
    rename_suspected.CHANGE,  # GD124
    indicator_split.CHANGE,  # GD125
    indicators_merged.CHANGE,  # GD126
    id_changed.CHANGE,  # GD127
    weight_decreased.CHANGE,  # GD130
    weight_increased.CHANGE,  # GD131
    weight_shifted_to_easier.CHANGE,  # GD132
    weight_total_changed.CHANGE,  # GD133
    rule_loosened.CHANGE,  # GD140
    rule_tightened.CHANGE,  # GD141
    rule_reshaped.CHANGE,  # GD142
    class_moved.CHANGE,  # GD150
    class_moved_across.CHANGE,  # GD151
    coverage_lost.CHANGE,  # GD152
    taxonomy_changed.CHANGE,  # GD153
    definition_changed.CHANGE,  # GD160
    evidence_changed.CHANGE,  # GD161
    goals_kept_budget_moved.CHANGE,  # GD162
    budget_without_promise.CHANGE,  # GD163
    below_achieved.CHANGE,  # GD170
    far_below_achieved.CHANGE,  # GD171
    never_moved.CHANGE,  # GD172
    dropped_after_missed.CHANGE,  # GD173
    lowered_after_missed.CHANGE,  # GD174
    order_only.CHANGE,  # GD180
    comment_only.CHANGE,  # GD181
    notation_only.CHANGE,  # GD182
    corrected.CHANGE,  # GD183
    stage_lowered.CHANGE,  # GD190
    goal_text_changed.CHANGE,  # GD191
    field_changed.CHANGE,  # GD192
    task_removed.CHANGE,  # GD193
    task_added.CHANGE,  # GD194
    task_changed.CHANGE,  # GD195
    needs_review.CHANGE,  # GD199
)

LAST = frozenset(("GD180", "GD181"))
"""Kinds that are looked for only where nothing else changed."""

KINDS: dict[str, Kind] = {each.kind.code.code: each.kind for each in CHANGES}
CODES: tuple[Code, ...] = tuple(kind.code for kind in KINDS.values())
