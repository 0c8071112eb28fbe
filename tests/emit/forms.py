"""Whole forms in Chinese, as a form edition lays them out."""

from __future__ import annotations

from decimal import Decimal

from goaldsl.model.table import Cell, Column, Line, Role, Row, Table

KEYS = ("margin", "level1", "level2", "name", "type", "value", "unit", "explanation", "criterion", "remark")
WIDTHS = ("4", "6.5", "8", "15", "6.5", "10", "6.5", "19", "18.5", "6")
HEADINGS = (
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值类型",
    "指标值",
    "计量单位",
    "指标解释",
    "评（扣）分标准",
    "备注",
)
COLUMNS = tuple(Column(key, Decimal(width)) for key, width in zip(KEYS, WIDTHS, strict=True))
NOTES = (
    "指标名称：一级指标，主要分为成本指标、产出指标、效益指标、满意度指标；三级指标是对指标含义的简要描述，要求简洁明确、通俗易懂。如“房屋修缮面积”、“设备更新改造数量”、“验收合格率”等。",
    "指标值类型：指标类型为定量（“≥”、“>”、“=”、“≤”、“<”上述五个符号之一）或定性。",
    "指标值：指标类型为定量时，只能填写数字。指标类型为定性时，不受限制。",
    "计量单位：为数字后字符串，如“个”、“所”、“只”、“%”等。指标类型为定量时可填，指标类型为定性设置为空不可填。",
    "评（扣）分标准：填写指标完成情况评（扣）分标准。满意度大于等于90%的得10分，小于90%且大于等于80%的得8分，小于80%且大于等于60%的得5分，小于60%不得分。",
)
DUTIES = "\n".join(
    f"{number}、{text}"
    for number, text in enumerate(
        (
            "贯彻执行国家和省、市有关档案、保密工作的方针政策，起草县委文件、文稿，负责规范性文件的审核、备案和清理。",
            "负责县委各种会议的安排、组织和会务工作；负责县委领导参加的重要公务活动的组织安排、协调和联络工作。",
            "围绕党的中心工作和县委领导的要求开展调查研究，收集反馈信息，综合重要情况，负责决策部署贯彻落实的督促检查。",
            "负责县委文件、电报、信函等日常文书处理及文件、内部刊物的印制、校核、分发、清退、归档工作。",
            "承办县委和市委办公室交办的其他工作任务。",
        ),
        1,
    )
)
GOALS = "在今年收支预算内，确保完成以下整体目标：完成调研报告3篇以上，印发简报24期；组织全县性会议不少于40场次；电报办理及时率达100%；机关运行保障有力，基层党委和服务对象满意度达95%以上。"

NAME = "中共云溪县委员会办公室"

# 一级, 二级, 名称, 类型, 值, 单位, 解释, 评分标准
Entry = tuple[str, str, str, str, str, str, str, str]
RATIO = "按计划完成得{0}分，否则按实际值/计划值*指标分值计分。"
GRADES = "效果明显得{0}分，效果一般得一半的分，否则不得分。"
ENTRIES: tuple[Entry, ...] = (
    (
        "成本指标",
        "经济成本指标",
        "部门预算支出金额",
        "≤",
        "814.87",
        "万元",
        "考核部门预算支出的控制情况。",
        "部门预算总额控制在总成本范围内，得10分，每超出10%，扣2分，扣完为止。",
    ),
    (
        "成本指标",
        "经济成本指标",
        "会议费控制数",
        "≤",
        "12.5",
        "万元",
        "全年会议费实际支出，以部门决算为准。",
        "不超过得5分，每超出1%扣0.5分，扣完为止。",
    ),
    (
        "成本指标",
        "社会成本指标",
        "因工作失误造成的信访件数",
        "≤",
        "2",
        "件",
        "当年登记并查实的有责信访件。",
        "每超出1件扣1分，扣完为止。",
    ),
    (
        "产出指标",
        "数量指标",
        "调研报告完成篇数",
        "≥",
        "3",
        "篇",
        "考核调研报告完成篇数情况。",
        RATIO.format(3),
    ),
    (
        "产出指标",
        "数量指标",
        "编发《综合信息》期数",
        "≥",
        "24",
        "期",
        "以印发登记为准，增刊计入。",
        RATIO.format(3),
    ),
    (
        "产出指标",
        "数量指标",
        "组织全县性会议场次",
        "≥",
        "40",
        "场次",
        "以县委名义召开、由本办承办的会议。",
        RATIO.format(2),
    ),
    (
        "产出指标",
        "数量指标",
        "机要文件交换量",
        "≥",
        "12000",
        "件次",
        "机要交换站登记的收发件次之和。",
        RATIO.format(2),
    ),
    (
        "产出指标",
        "数量指标",
        "督查督办事项",
        "≥",
        "60",
        "项",
        "列入县委督查台账、当年办结的事项。",
        RATIO.format(2),
    ),
    (
        "产出指标",
        "数量指标",
        "基层联系点走访次数",
        "≥",
        "4",
        "次",
        "班子成员到联系点开展工作的人均次数。",
        RATIO.format(2),
    ),
    (
        "产出指标",
        "质量指标",
        "工作质量达标率",
        "=",
        "100",
        "%",
        "达到县委工作规程要求的事项数÷应办事项数×100%。",
        RATIO.format(3),
    ),
    (
        "产出指标",
        "质量指标",
        "重点工作的办结率",
        "=",
        "100",
        "%",
        "办结的重点工作数÷交办的重点工作数×100%。",
        RATIO.format(3),
    ),
    (
        "产出指标",
        "质量指标",
        "文件差错率",
        "≤",
        "1",
        "‰",
        "退文、更正的文件数÷印发文件总数×1000‰。",
        "每超出0.1‰扣0.5分，扣完为止。",
    ),
    (
        "产出指标",
        "时效指标",
        "电报办理及时率",
        "=",
        "100",
        "%",
        "按“特提、特急、加急、平急”规定时限办结的电报数÷电报总数。",
        RATIO.format(3),
    ),
    (
        "产出指标",
        "时效指标",
        "工作完成时间",
        "定性",
        "2026年12月31日前",
        "",
        "考核年度工作完成时间情况。",
        "2026年12月31日前完成，得5分，每推迟10天扣1分，扣完为止。",
    ),
    (
        "效益指标",
        "经济效益指标",
        "促进县域经济发展",
        "定性",
        "效果明显",
        "",
        "考核工作实施对经济效益所带来的直接或间接影响情况。",
        GRADES.format(5),
    ),
    (
        "效益指标",
        "社会效益指标",
        "政府执行力和公信力不断提高",
        "定性",
        "效果明显",
        "",
        "考核工作实施对社会效益所带来的直接或间接影响情况。",
        GRADES.format(10),
    ),
    (
        "效益指标",
        "社会效益指标",
        "决策部署群众知晓率",
        "≥",
        "85",
        "%",
        "随机电话访问中回答知晓的人数÷受访人数×100%。",
        "达到得5分，每低1个百分点扣0.5分，扣完为止。",
    ),
    (
        "效益指标",
        "生态效益指标",
        "无纸化办公减少用纸量",
        "≥",
        "5",
        "箱",
        "与上年同期领用量相比减少的箱数。",
        RATIO.format(5),
    ),
    (
        "效益指标",
        "可持续影响指标",
        "长效机制健全情况",
        "定性",
        "健全",
        "",
        "会议、文件、督查三项制度是否修订并执行。",
        "健全得5分，基本健全得3分，否则不得分。",
    ),
    (
        "满意度指标",
        "服务对象满意度指标",
        "基层党委满意度",
        "≥",
        "95",
        "%",
        "向乡镇党委发放问卷，满意和基本满意的份数÷有效份数×100%。",
        "基层党委满意度达95%以上得5分，每下降1%扣0.5分，扣完为止。",
    ),
    (
        "满意度指标",
        "服务对象满意度指标",
        "来访来电群众满意度",
        "≥",
        "90",
        "%",
        "办结后回访，满意和基本满意的人数÷回访人数×100%。",
        "达到90%以上得5分，每下降1%扣0.5分，扣完为止。",
    ),
)


def zhijiang(
    entries: tuple[Entry, ...] = ENTRIES, duties: str = DUTIES, name: str = "中共云溪县委员会办公室"
) -> Table:
    """The form of 芷江县: four columns of labels, merged downwards, the margin 绩效指标 over the whole block."""
    header = Row(
        (
            Cell("绩效指标", 0, rowspan=len(entries) + 1, role=Role.LABEL),
            *(Cell(text, column, role=Role.HEADER) for column, text in enumerate(HEADINGS, 1)),
        ),
        header=True,
    )
    return Table(
        title="部门（单位）整体支出绩效目标表",
        subtitle="（2026年度）",
        columns=COLUMNS,
        rows=(
            _field("部门（单位）名称", name, Role.VALUE),
            _field("部门（单位）职责", duties, Role.TEXT),
            _field("年度履职目标", GOALS, Role.TEXT),
            header,
            *_indicator_rows(entries),
            Row(
                (
                    Cell("业务股室审核：", 0, colspan=5, role=Role.SIGNATURE),
                    Cell("绩效股审核：", 5, colspan=5, role=Role.SIGNATURE),
                )
            ),
        ),
        below=(
            Line("填表人", "龙桂香"),
            Line("联系电话", "0745-68****0"),
            Line("填表日期", "2025.12.06"),
            Line("单位负责人", "杨 帆"),
        ),
        notes_title="说明：",
        notes=NOTES,
    )


def rare() -> Table:
    """Names of persons and villages that GB 2312 lacks."""
    name = "湉喆堃淼𬭎煊垚昇村水毁水渠修复"
    entry = (
        "产出指标",
        "数量指标",
        name,
        "≧",
        "１２",
        "㎡",
        "☐未修☑已修☒不修，以《峃口镇台账》为准",
        "每少１㎡扣0.5‰，扣完为止。",
    )
    return zhijiang((entry, *ENTRIES[3:6]), name="㸌县𬒈镇人民政府（镕、犇、赟、玥、甪）")


def _field(label: str, text: str, role: Role) -> Row:
    return Row((Cell(label, 0, colspan=3, role=Role.LABEL), Cell(text, 3, colspan=7, role=role)))


def _indicator_rows(entries: tuple[Entry, ...]) -> list[Row]:
    rows = []
    for number, (level1, level2, *rest) in enumerate(entries):
        cells = []
        if number == 0 or entries[number - 1][0] != level1:
            cells.append(Cell(level1, 1, rowspan=_run(entries, number, 1), role=Role.LABEL))
        if number == 0 or entries[number - 1][:2] != (level1, level2):
            cells.append(Cell(level2, 2, rowspan=_run(entries, number, 2), role=Role.LABEL))
        roles = (Role.TEXT, Role.VALUE, Role.VALUE, Role.VALUE, Role.TEXT, Role.TEXT)
        cells += [
            Cell(text, column, role=role)
            for column, (text, role) in enumerate(zip(rest, roles, strict=True), 3)
        ]
        rows.append(Row((*cells, Cell("", 9))))
    return rows


def _run(entries: tuple[Entry, ...], start: int, depth: int) -> int:
    length = 1
    while start + length < len(entries) and entries[start + length][:depth] == entries[start][:depth]:
        length += 1
    return length


# 45 indicators on five pages: explanations of two sentences.
FIVE_PAGES = zhijiang(
    tuple(
        (*entry[:6], f"{entry[6]}数据取自办公室台账，年底由专人汇总。", entry[7])
        for entry in ENTRIES * 2 + ENTRIES[:3]
    )
)
