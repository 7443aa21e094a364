"""Makes the blind set, once: `python -m tests.exchange.word.corpus.make_blind`.

Twenty-four plans as twenty-four schools would make them, with the JSON that a careful person would
write down, made by someone who had not seen the reader or the other sets, and committed before
the reader was run on them.
"""

import json
from pathlib import Path

from .blind_making import loose, running, two_columns, wide
from .blind_making.kit import label_words

FOLDER = Path(__file__).parent / "blind"


def main() -> None:
    FOLDER.mkdir(exist_ok=True)
    for room in (running, two_columns, wide, loose):
        for make in room.DOCUMENTS:
            document, content = make()
            content["labels"] = [" ".join(label_words(document, content))]
            (FOLDER / f"{make.__name__}.docx").write_bytes(document)
            (FOLDER / f"{make.__name__}.json").write_text(
                json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
            )


if __name__ == "__main__":
    main()
