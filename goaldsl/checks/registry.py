"""All checks, in the order of their codes. A new check is one file and one line here."""

from __future__ import annotations

from goaldsl.checks import (
    adverse_name_high,
    amount_beyond_reason,
    amount_unit_unsaid,
    amounts_alike,
    areas_and_whole,
    budget_parts,
    ceiling_above_budget,
    ceiling_below_budget,
    class_empty,
    class_missing,
    cost_direction,
    cost_unit,
    criterion_missing,
    deadline_after_project,
    deadline_at_year_end,
    deadline_outside_year,
    direction_unsaid,
    distinguishable_points,
    empty_item,
    equal_names,
    equal_tasks,
    explanation_copied,
    explanation_missing,
    explanation_of_other_class,
    explanation_repeats_name,
    filled_on,
    fraction_of_whole,
    full_points_differ,
    further_direction,
    further_less,
    further_unit,
    further_unread,
    goals_copy_duties,
    goals_missing,
    header_missing,
    heavy_row,
    incomplete_file,
    money_as_output,
    mostly_qualitative,
    name_is_class,
    name_is_slogan,
    name_of_other_year,
    no_indicators,
    no_measurable_promise,
    not_on_form,
    number_in_name,
    numbering,
    objective_unused,
    operator_words_differ,
    operator_words_looser,
    parts_above_whole,
    period_reversed,
    person_times,
    points_fit_no_plan,
    points_hidden,
    points_missing,
    points_not_positive,
    points_total,
    promise_contradicted,
    promise_without_indicator,
    quality_word_missing,
    quantity_as_quality,
    range_target,
    ratio_base_differs,
    repeated_words,
    rule_band_idle,
    rule_cliff,
    rule_exceeds_points,
    rule_free_miss,
    rule_full_below_target,
    rule_grades_mixed,
    rule_lateness_cheap,
    rule_leaves_rest,
    rule_never_differs,
    rule_not_monotone,
    rule_overspending_cheap,
    rule_points_for_nothing,
    rule_short_of_full,
    rule_step_not_whole,
    satisfaction_missing,
    satisfaction_without_method,
    sentence_contradicts_row,
    sentence_contradicts_rule,
    sentence_counts_other_side,
    sentence_not_understood,
    share_above_all,
    share_at_least_all,
    share_doubtful,
    share_unit,
    share_without_base,
    sign_off_missing,
    step_wording,
    stray_markup,
    target_missing,
    task_parts,
    tasks_above_budget,
    template_left_over,
    template_prefix,
    text_differs_from_target,
    thousands_separator,
    too_long,
    type_missing,
    unbalanced_brackets,
    unit_missing,
    unit_name_differs,
    unit_name_missing,
    unit_on_quality,
    unit_twice,
    unsure,
    vacuous_target,
    vague_words,
    value_in_name,
    value_not_certain,
    value_not_numeric,
    year_differs,
)
from goaldsl.checks.check import Check
from goaldsl.diagnostics import Code
from goaldsl.review import acceptance

CHECKS: tuple[Check, ...] = (
    class_empty.CHECK,  # GB111
    target_missing.CHECK,  # GC101
    quality_word_missing.CHECK,  # GC102
    explanation_missing.CHECK,  # GC103
    criterion_missing.CHECK,  # GC104
    points_missing.CHECK,  # GC105
    points_total.CHECK,  # GC106
    class_missing.CHECK,  # GC107
    satisfaction_missing.CHECK,  # GC108
    unit_missing.CHECK,  # GC109
    incomplete_file.CHECK,  # GC110
    value_in_name.CHECK,  # GC111
    points_fit_no_plan.CHECK,  # GC112
    explanation_repeats_name.CHECK,  # GC120
    explanation_copied.CHECK,  # GC121
    template_left_over.CHECK,  # GC122
    template_prefix.CHECK,  # GC123
    goals_missing.CHECK,  # GC150
    unit_name_missing.CHECK,  # GC151
    sign_off_missing.CHECK,  # GC152
    header_missing.CHECK,  # GC153
    numbering.CHECK,  # GC154
    empty_item.CHECK,  # GC155
    no_indicators.CHECK,  # GC156
    name_is_class.CHECK,  # GC157
    unsure.CHECK,  # GC158
    cost_unit.CHECK,  # GC201
    money_as_output.CHECK,  # GC202
    cost_direction.CHECK,  # GC203
    share_unit.CHECK,  # GC204
    person_times.CHECK,  # GC205
    explanation_of_other_class.CHECK,  # GC220
    goals_copy_duties.CHECK,  # GC250
    objective_unused.CHECK,  # GC251
    promise_without_indicator.CHECK,  # GC252
    promise_contradicted.CHECK,  # GC253
    unit_name_differs.CHECK,  # GC254
    vacuous_target.CHECK,  # GC301
    share_at_least_all.CHECK,  # GC302
    share_above_all.CHECK,  # GC303
    fraction_of_whole.CHECK,  # GC304
    heavy_row.CHECK,  # GC305
    share_doubtful.CHECK,  # GC306
    share_without_base.CHECK,  # GC320
    satisfaction_without_method.CHECK,  # GC321
    name_is_slogan.CHECK,  # GC322
    vague_words.CHECK,  # GC323
    no_measurable_promise.CHECK,  # GC350
    mostly_qualitative.CHECK,  # GC351
    distinguishable_points.CHECK,  # GC352
    deadline_at_year_end.CHECK,  # GC420
    deadline_outside_year.CHECK,  # GC421
    period_reversed.CHECK,  # GC422
    deadline_after_project.CHECK,  # GC423
    adverse_name_high.CHECK,  # GC424
    ceiling_above_budget.CHECK,  # GC450
    ceiling_below_budget.CHECK,  # GC451
    budget_parts.CHECK,  # GC452
    amounts_alike.CHECK,  # GC453
    amount_beyond_reason.CHECK,  # GC454
    amount_unit_unsaid.CHECK,  # GC455
    tasks_above_budget.CHECK,  # GC460
    task_parts.CHECK,  # GC461
    equal_tasks.CHECK,  # GC462
    further_unit.CHECK,  # GC470
    further_direction.CHECK,  # GC471
    further_less.CHECK,  # GC472
    areas_and_whole.CHECK,  # GC473
    further_unread.CHECK,  # GC474
    unit_on_quality.CHECK,  # GC501
    quantity_as_quality.CHECK,  # GC502
    type_missing.CHECK,  # GC503
    value_not_numeric.CHECK,  # GC505
    unit_twice.CHECK,  # GC506
    thousands_separator.CHECK,  # GC507
    too_long.CHECK,  # GC508
    range_target.CHECK,  # GC509
    points_hidden.CHECK,  # GC510
    points_not_positive.CHECK,  # GC511
    year_differs.CHECK,  # GC520
    name_of_other_year.CHECK,  # GC521
    text_differs_from_target.CHECK,  # GC522
    full_points_differ.CHECK,  # GC523
    step_wording.CHECK,  # GC524
    repeated_words.CHECK,  # GC525
    equal_names.CHECK,  # GC526
    stray_markup.CHECK,  # GC527
    unbalanced_brackets.CHECK,  # GC528
    operator_words_differ.CHECK,  # GC529
    operator_words_looser.CHECK,  # GC530
    ratio_base_differs.CHECK,  # GC531
    number_in_name.CHECK,  # GC532
    direction_unsaid.CHECK,  # GC533
    value_not_certain.CHECK,  # GC534
    parts_above_whole.CHECK,  # GC535
    not_on_form.CHECK,  # GC549
    filled_on.CHECK,  # GC550
    rule_exceeds_points.CHECK,  # GR101
    rule_not_monotone.CHECK,  # GR102
    rule_short_of_full.CHECK,  # GR103
    rule_full_below_target.CHECK,  # GR104
    rule_leaves_rest.CHECK,  # GR105
    rule_overspending_cheap.CHECK,  # GR106
    rule_lateness_cheap.CHECK,  # GR107
    rule_band_idle.CHECK,  # GR108
    rule_grades_mixed.CHECK,  # GR109
    rule_step_not_whole.CHECK,  # GR110
    rule_free_miss.CHECK,  # GR111
    rule_cliff.CHECK,  # GR112
    rule_points_for_nothing.CHECK,  # GR113
    rule_never_differs.CHECK,  # GR114
    sentence_contradicts_rule.CHECK,  # GR120
    sentence_not_understood.CHECK,  # GR121
    sentence_contradicts_row.CHECK,  # GR122
    sentence_counts_other_side.CHECK,  # GR123
)

CODES: tuple[Code, ...] = (*(check.code for check in CHECKS), acceptance.CODE)
"""Every code of this package: those of the checks, and the one of acceptances without effect (GC512)."""
