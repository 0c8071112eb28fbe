"""goaldsl rule：一句评分标准读成什么规则、有什么毛病、得多少分。"""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.cli.running import Project, Result

HALF = "下级党委满意度达95%以上得10分，每下降1%扣0.5分，扣完为止。"
TOO_MUCH = "满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分"


def asked(project: Project, sentence: str, target: str, *words: str, score: str = "10") -> Result:
    return project.run("rule", sentence, "--target", target, "--score", score, *words)


def published(project: Project, sentence: str, target: str, *words: str) -> dict[str, Any]:
    result = asked(project, sentence, target, "--output-format", "json", *words)
    found: dict[str, Any] = json.loads(result.out)
    return found


def test_an_official_sentence(project: Project) -> None:
    """官方句子读成规则，画出曲线，逐个算出得分。"""
    result = asked(project, HALF, ">= 95 %", "--at", "94", "--at", "80%")
    assert result.status == 0
    assert "每低1%扣0.5分" in result.out
    assert "94  9.5 分" in result.out and "80%  2.5 分" in result.out
    assert any(0x2800 < ord(letter) <= 0x28FF for letter in result.out)


def test_the_published_shape(project: Project) -> None:
    """JSON 的各项名称和次序固定。"""
    found = published(project, HALF, ">= 95 %", "--at", "94")
    assert list(found) == ["rule", "dsl", "sentence", "diagnostics", "scores"]
    assert found["rule"] == {"kind": "deduct", "points": "0.5", "step": {"amount": "1", "unit": "%"}}
    assert found["dsl"] == "每低1%扣0.5分"
    assert found["diagnostics"] == []
    assert found["scores"] == [{"actual": "94", "score": "9.5"}]


def test_a_step_in_permille(project: Project) -> None:
    """数量指标上的 5‰ 是目标的千分之五：差 10 篇就是两步。"""
    found = published(project, "每少5‰扣1分", ">= 1000 篇", "--at", "990")
    assert found["rule"]["step"] == {"amount": "0.5", "unit": "%", "of_target": True}
    assert "每低0.5%扣1分" in found["sentence"]
    assert found["scores"] == [{"actual": "990", "score": "8"}]


def test_a_rule_of_the_language(project: Project) -> None:
    """.goal 里的规则也一样，句子由规则写出。"""
    found = published(project, "deduct 0.5 per short 1%", ">= 95 %", "--at", "94")
    assert found["dsl"] == "每低1%扣0.5分"
    assert found["sentence"] == "指标达到95%及以上得10分，每低1个百分点扣0.5分，扣完为止。"


def test_what_the_analysis_finds(project: Project) -> None:
    """分析查出的毛病带着实际值和得分。"""
    found = published(project, TOO_MUCH, ">= 95 %", "--at", "94")
    (diagnostic,) = found["diagnostics"]
    assert diagnostic["code"] == "GR101"
    assert "实际 94% 时照规则得 10.44 分" in diagnostic["message"]
    assert found["scores"] == [{"actual": "94", "score": "10"}]  # 得分以分值为限


@pytest.mark.parametrize(
    ("at", "score"), [("2026-12-31", "10"), ("2027-01-15", "9"), ("20天", "8"), ("2027年5月1日", "0")]
)
def test_dates(project: Project, at: str, score: str) -> None:
    sentence = "2026年12月31日前完成，得10分，每推迟10天扣1分，扣完为止。"
    assert published(project, sentence, "截止 2026-12-31", "--at", at)["scores"] == [
        {"actual": at, "score": score}
    ]


def test_grades(project: Project) -> None:
    sentence = "效果明显得10分，效果一般得5分，否则不得分。"
    found = published(project, sentence, "定性 效果明显", "--at", "效果一般", "--at", "没有效果")
    assert [each["score"] for each in found["scores"]] == ["5", "0"]


def test_what_holds_of_a_list(project: Project) -> None:
    """逐项计分的，写出有哪几项。"""
    rule, target = "逐项 有制度 5, 有专人 3, 有台账 2", "定性 健全"
    found = published(project, rule, target, "--at", "有制度、有台账", "--at", "没有")
    assert [each["score"] for each in found["scores"]] == ["7", "0"]


def test_several_things_cannot_be_answered_by_one_value(project: Project) -> None:
    rule = "发生 一般事故 每1起扣1分 + 发生 重大事故 每1起扣5分"
    result = asked(project, rule, "定性 无事故", "--at", "1")
    assert result.status == 2
    assert "要问 2 件事" in result.err


def test_a_target_without_sign(project: Project) -> None:
    """指标值没有符号，照样指出。"""
    assert "没有符号" in asked(project, "按比例", "95").out


def test_units_convert(project: Project) -> None:
    found = published(project, "每超10%扣2分", "<= 5 万元", "--at", "55000元")
    assert found["scores"] == [{"actual": "55000元", "score": "8"}]


def test_what_a_person_must_judge(project: Project) -> None:
    """由人评判的没有得分；读得出区间的写区间。"""
    assert published(project, "按评判等级", "定性 好", "--at", "部分实现目标")["scores"][0]["score"] is None
    assert "6–8 分" in asked(project, "按评判等级", "定性 好", "--at", "部分实现目标").out


def test_a_sentence_that_is_not_understood(project: Project) -> None:
    """读不懂就说读不懂，不猜。"""
    result = asked(project, "视情况酌情扣分", ">= 95 %", "--at", "94")
    assert result.status == 0
    assert "没有读懂" in result.out and "94  由人评判" in result.out
    found = published(project, "视情况酌情扣分", ">= 95 %", "--at", "94")
    assert (found["rule"], found["dsl"]) == (None, None)
    assert found["sentence"] == "视情况酌情扣分"
    assert found["scores"] == [{"actual": "94", "score": None}]


def test_neither_rule_nor_sentence(project: Project) -> None:
    result = asked(project, "胡说", ">= 95 %")
    assert result.status == 1
    assert "GS001" in result.out
    assert published(project, "胡说", ">= 95 %")["rule"] is None


def test_faults_of_the_rule_are_errors(project: Project) -> None:
    """反向指标按比例没说哪一种，退出码是 1。"""
    result = asked(project, "按比例", "<= 5 万元")
    assert result.status == 1
    assert "GB301" in result.out


@pytest.mark.parametrize("at", ["九十", "5公里", ""])
def test_an_answer_that_does_not_fit(project: Project, at: str) -> None:
    result = asked(project, "按比例", ">= 95 %", "--at", at)
    assert result.status == 2
    assert at in result.err


def test_a_day_that_no_calendar_has(project: Project) -> None:
    result = asked(project, "每推迟10天扣1分", "截止 2026-12-31", "--at", "2026-13-45")
    assert result.status == 2
    assert "要写日期" in result.err


def test_unknown_format(project: Project) -> None:
    assert asked(project, "按比例", ">= 95 %", "--output-format", "xml").status == 2


def test_in_english(project: Project) -> None:
    result = asked(project, "按比例", ">= 95 %", "--lang", "en", "--at", "94")
    assert "ratio" in result.out and "9.89 points" in result.out


def test_a_sentence_is_reported_without_names(project: Project) -> None:
    """--report 把句子记进 句子.md：句子、指标值、分值、得分、读作什么；不写名称，一句只记一次。"""
    for _ in range(2):
        result = asked(project, HALF, ">= 95 %", "--name", "某局满意度", "--at", "94", "--report")
        assert "写好 句子.md" in result.out + result.err
    text = (project.root / "句子.md").read_text(encoding="utf-8")
    assert f"| {HALF} | >= 95 % | 10 | 94 → 9.5 | 每低1%扣0.5分 |" in text
    assert text.count(HALF) == 1 and "某局" not in text


def test_what_can_be_computed_of_a_sentence_is_shown(project: Project) -> None:
    """有一句要人评的，其余部分读作什么也说。"""
    sentence = "满意度95%以上得10分，每低1个百分点扣1分，资料不全的酌情扣分"
    result = asked(project, sentence, ">= 95 %")
    assert "没有读懂" in result.out and "其余部分读作：每低1个百分点扣1分" in result.out
