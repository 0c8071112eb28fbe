"""The sample forms, printed once for all tests."""

from __future__ import annotations

import pytest

from goaldsl.emit.pdf import Attachment, Metadata, Relationship, render_pdf
from tests.emit.forms import FIVE_PAGES, rare, zhijiang

DATA = b'{"schema": "goaldsl/declaration/1"}\n'
SOURCE = "数量指标 调研报告完成篇数 >= 3 篇\n".encode()
ATTACHMENTS = (
    Attachment("云溪县委办公室.json", DATA, "application/json", Relationship.DATA, "交换文件"),
    Attachment("云溪县委办公室.goal", SOURCE, "text/plain", Relationship.SOURCE),
)


@pytest.fixture(scope="session")
def two_pages() -> bytes:
    """21 个指标的两页表。"""
    return render_pdf(zhijiang(), ATTACHMENTS, Metadata(author="云溪县财政局", keywords=("绩效目标", "2026")))


@pytest.fixture(scope="session")
def five_pages() -> bytes:
    """45 个指标、五页的表。"""
    return render_pdf(FIVE_PAGES)


@pytest.fixture(scope="session")
def rare_names() -> bytes:
    """名称里有生僻字的表。"""
    return render_pdf(rare())
