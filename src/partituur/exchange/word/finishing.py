"""The last of the work: the school and year on the cover, and the texts of the plan."""

from __future__ import annotations

from partituur.exchange.reading import ReadGoal, ReadSection
from partituur.exchange.word import cover
from partituur.exchange.word.draft import Draft, Goal, Section
from partituur.exchange.word.judging import Judge
from partituur.exchange.word.labels import OPENERS
from partituur.exchange.word.lines import Line
from partituur.exchange.word.values import Part, source_of

MOST_TITLE_WORDS = 14
MOST_NAME_WORDS = 7  # of a line that is the name of a school, without a word for school in it
MOST_COVER_LINES = 8  # before which a plain line near the title may be that name


def read_cover(draft: Draft, judge: Judge) -> None:
    """School and year, from what stands before the first part; the rest of it is unplaced."""
    looks = _looks(draft, judge)
    sure = [found for line, found in looks if found.school and (found.all_told or line.subtitle)]
    sure = sure or [found for _line, found in looks if found.school]
    if draft.plan.school is None and sure:
        draft.plan.school = sure[0].school
    told: set[str] = set()
    for line, found in looks:
        if draft.plan.year is None and found.year:
            draft.plan.year = found.year
        same = found.school in (None, draft.plan.school) and found.year in (None, draft.plan.year)
        if found.all_told and same:
            new = [each for each in (found.school, found.year) if each and each not in told]
            told.update(new)
            draft.claim(line.text, *new)
        else:
            draft.unplaced_line(line, heading="")


def _looks(draft: Draft, judge: Judge) -> list[tuple[Line, cover.Found]]:
    """Each line of the cover, with what it tells."""
    looks = []
    named = False  # whether the title came by
    for at, line in enumerate(draft.front):
        words = len(line.text.split())
        title = "begeleidingsplan" in line.text.casefold() and words < MOST_TITLE_WORDS
        near = at > 0 and len(draft.front) <= MOST_COVER_LINES and (named or bool(line.boxed))
        dressed = line.subtitle or judge.strength(line) >= 2
        prominent = (near or dressed) and words <= MOST_NAME_WORDS and (named or dressed)
        looks.append((line, cover.look(line.text, title=title, prominent=prominent)))
        named = named or title
    return looks


def write(draft: Draft, own_kinds: set[str]) -> None:
    """The texts of the plan, from the lines of the draft.

    :param own_kinds: the kinds of part that the school added; those have no field for free text
    """
    draft.plan.general = [_written(goal) for goal in draft.general if goal.fields]
    draft.plan.team = [_written(goal) for goal in draft.team if goal.fields]
    for section in draft.sections:
        goals = [_written_of(draft, goal, section, own_kinds) for goal in section.goals]
        goals = [goal for goal in goals if goal.texts] or [ReadGoal()]
        draft.plan.sections.append(ReadSection(section.kind, section.subject, goals))


def _written(goal: Goal) -> ReadGoal:
    texts = {key: source_of(parts) for key, parts in goal.fields.items()}
    return ReadGoal({key: text for key, text in texts.items() if text})


def _written_of(draft: Draft, goal: Goal, section: Section, own_kinds: set[str]) -> ReadGoal:
    """A goal of a part; text before its labels is its start, when no label says what that is."""
    free = not any(key in goal.fields for key in OPENERS) and section.kind not in own_kinds
    if goal.intro and free:
        parts = [Part(line.runs, line.mark, line.joined) for line in goal.intro]
        goal.fields = {"start_goal": parts, **goal.fields}
    elif goal.intro:
        for line in goal.intro:
            draft.unplaced_line(line, heading=section.subject)
    return _written(goal)
