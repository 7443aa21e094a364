"""Makes the blind set, once: `python -m tests.exchange.word.corpus.make_blind`.

Twenty-four plans as twenty-four schools would make them, with the JSON that a careful person would
write down, made by someone who had not seen the reader or the other sets, and committed before
the reader was run on them; and ten and
eight more with other habits, each made after those before were learnt from.
"""

import json
from pathlib import Path

from .blind_making import loose, running, second, third, two_columns, wide
from .blind_making.kit import label_words

HERE = Path(__file__).parent
SETS = {
    "blind": (running, two_columns, wide, loose),
    "blind_second": (second,),
    "blind_third": (third,),
}


def main() -> None:
    for name, rooms in SETS.items():
        folder = HERE / name
        folder.mkdir(exist_ok=True)
        for make in [each for room in rooms for each in room.DOCUMENTS]:
            document, content = make()
            content["labels"] = [" ".join(label_words(document, content))]
            (folder / f"{make.__name__}.docx").write_bytes(document)
            (folder / f"{make.__name__}.json").write_text(
                json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
            )


if __name__ == "__main__":
    main()
