"""Looking at a page with axe: what it finds, and whether the page is wider than its window."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


def faults(page: Page) -> list[str]:
    """What is wrong with the page as it stands there."""
    answer: dict[str, Any] = Axe().run(page, options=RULES).response
    found = [
        f"{page.url} {each['id']}: {node['target']} {node['failureSummary']}"
        for each in answer["violations"]
        for node in each["nodes"]
    ]
    wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    return found + ([f"{page.url} is {wide} pixels wider than its window"] if wide > 0 else [])
