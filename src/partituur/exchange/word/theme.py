"""The theme (thema) of a Word file: the colours and fonts that Word offers beside the styles.

Word writes one in every file and expects one; a checker of files that lacks it complains.
"""

from __future__ import annotations

_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}<a:prstDash val="solid"/></a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme(colours: dict[str, str], headings: str, body: str) -> str:
    """The part of the file.

    :param colours: dk1, lt1, dk2, lt2, accent1 to accent6, hlink and folHlink, as RRGGBB
    :param headings: the font of headings
    :param body: the font of running text
    """
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<a:theme xmlns:a="{_A}" name="Partituur"><a:themeElements>'
        f'<a:clrScheme name="Partituur">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Partituur"><a:majorFont>{_font(headings)}</a:majorFont>'
        f"<a:minorFont>{_font(body)}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Partituur"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _font(name: str) -> str:
    return f'<a:latin typeface="{name}"/><a:ea typeface=""/><a:cs typeface=""/>'
