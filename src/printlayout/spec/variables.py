"""The variables that furniture may name: facts of the issue, people, what ``vars`` say."""

from __future__ import annotations

from printlayout.spec.issue_keys import IssueKeys, PageKeys
from printlayout.spec.spreads import spread_variables
from printlayout.text.dates import long_date, weekday

ROLES = {
    "editor": "责编", "designer": "美编", "proofreader": "校对", "photographer": "摄影", "chief": "值班总编",
    "duty": "值班编委", "manager": "主任",
}  # fmt: skip
"""English names of roles; either name may be written, and either used in furniture."""


def page_variables(page: PageKeys, issue: IssueKeys) -> dict[str, str]:
    """What furniture may name: the issue's facts, people by role in Chinese and English, vars; the page's win."""
    day = issue.date
    people: dict[str, str] = {}
    for written in (issue.people, page.people):
        people |= {ROLES.get(role, role): who for role, who in written.items()}
    made = {
        "paper": issue.paper.name,
        "date": long_date(day),
        "weekday": weekday(day),
        "year": str(day.year),
        "month": str(day.month),
        "day": str(day.day),
        "page": f"{page.page.first:02d}",
        "pages": str(len({number for one in issue.pages for number in one.page.numbers})),
        "number": issue.number,
        "edition": issue.edition,
        "section": page.section,
    }
    made |= spread_variables(page.page, issue)
    for english, chinese in ROLES.items():
        if chinese in people:
            made[english] = people[chinese]
    return made | people | issue.vars_ | page.vars_
