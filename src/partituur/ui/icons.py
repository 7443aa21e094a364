"""The icons: our own drawings, lines of 1.75 on a field of 24 by 24.

They are written into the page, so that they cost no request and take the colour of the text.
A value is what stands between ``<svg>`` and ``</svg>``; ``class="solid"`` fills a shape.
"""

from __future__ import annotations

ICONS: dict[str, str] = {
    # where you are
    "today": '<circle cx="12" cy="12" r="4"/><path d="M12 3v2M12 19v2M3 12h2M19 12h2'
    'M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4"/>',
    "plan": '<path d="M6 3h8.5L19 7.5V21H6z"/><path d="M14 3v5h5M9.5 12.5h6M9.5 16.5h4"/>',
    "year": '<path d="M9.4 17.3V6.2l9.6-2.2v11.1M9.4 9.6 19 7.4"/>'
    '<ellipse class="solid" cx="7" cy="17.6" rx="3" ry="2.3" transform="rotate(-18 7 17.6)"/>'
    '<ellipse class="solid" cx="16.6" cy="15.4" rx="3" ry="2.3" transform="rotate(-18 17 15)"/>',
    "meeting": '<circle cx="8" cy="9" r="3"/><circle cx="16.5" cy="9.5" r="2.5"/>'
    '<path d="M2.5 19c.3-3.3 2.5-5 5.5-5s5.2 1.7 5.5 5M15.5 14.3c3.4-.5 5.6 1.2 6 4.2"/>',
    "school": '<path d="M3 11 12 4l9 7M5.5 9.5V20h13V9.5M10 20v-5h4v5"/>',
    "person": '<circle cx="12" cy="8.5" r="3.5"/><path d="M5 20c.4-4 3-6 7-6s6.6 2 7 6"/>',
    "settings": '<path d="M4 8h9M17 8h3M4 16h3M11 16h9"/><circle cx="15" cy="8" r="2"/>'
    '<circle cx="9" cy="16" r="2"/>',
    "team": '<circle cx="12" cy="7.5" r="3"/><circle cx="5" cy="10" r="2"/>'
    '<circle cx="19" cy="10" r="2"/><path d="M6.5 19.5c.3-3.6 2.3-5.5 5.5-5.5s5.2 1.9 5.5 5.5"/>'
    '<path d="M2 17c.2-2 1.2-3.2 3-3.2M22 17c-.2-2-1.2-3.2-3-3.2"/>',
    "vision": '<circle cx="12" cy="12" r="8.5"/><path d="m15.5 8.5-2 5-5 2 2-5z"/>',
    "language": '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c5 5 5 12 0 17"/>'
    '<path d="M12 3.5c-5 5-5 12 0 17"/>',
    # what you can do
    "add": '<path d="M12 5v14M5 12h14"/>',
    "edit": '<path d="m4 20 .9-4L16 4.9a1.5 1.5 0 0 1 2.1 0l1 1a1.5 1.5 0 0 1 0 2.1L8 19z"/>',
    "remove": '<path d="M5 7h14M10 7V4.5h4V7M7 7l.8 13h8.4L17 7"/>',
    "undo": '<path d="M9 14 4.5 9.5 9 5"/><path d="M5 9.5h9a5 5 0 0 1 0 10h-3"/>',
    "close": '<path d="m6 6 12 12M18 6 6 18"/>',
    "more": '<circle class="solid" cx="5.5" cy="12" r="1.7"/>'
    '<circle class="solid" cx="12" cy="12" r="1.7"/>'
    '<circle class="solid" cx="18.5" cy="12" r="1.7"/>',
    "up": '<path d="M12 19V5M6 11l6-6 6 6"/>',
    "down": '<path d="M12 5v14M6 13l6 6 6-6"/>',
    "back": '<path d="m14.5 5-7 7 7 7"/>',
    "open": '<path d="m9.5 5 7 7-7 7"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6"/><path d="m15 15 5.5 5.5"/>',
    "download": '<path d="M12 4v11M7 10.5l5 5 5-5M5 20h14"/>',
    "upload": '<path d="M12 16V5M7 9.5l5-5 5 5M5 20h14"/>',
    "print": '<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"/>',
    "leave": '<path d="M14 4H5v16h9M10 12h10M16.5 8.5 20 12l-3.5 3.5"/>',
    # what something is
    "history": '<path d="M4 12a8 8 0 1 0 2.5-5.8L4 8.5M4 4v4.5h4.5M12 8v4.5l3 2"/>',
    "talk": '<path d="M4 5h16v11h-8.5L7 20v-4H4z"/>',
    "calendar": '<path d="M4 6h16v14H4zM4 10.5h16M8.5 3.5V8M15.5 3.5V8"/>',
    "clock": '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.3l3.5 2"/>',
    "seen": '<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z"/>'
    '<circle cx="12" cy="12" r="3"/>',
    "private": '<path d="M5.5 10.5h13V20h-13zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5"/>',
    "shared": '<path d="M5.5 10.5h13V20h-13zM8.5 10.5V8a3.5 3.5 0 0 1 6.7-1.4"/>',
    # how far: a note that fills, and one of another kind; shape tells as much as colour
    "reached": '<ellipse class="solid" cx="12" cy="12" rx="8.5" ry="6.5"'
    ' transform="rotate(-18 12 12)"/>',
    "partly": '<g transform="rotate(-18 12 12)"><ellipse cx="12" cy="12" rx="8" ry="6"/>'
    '<path class="solid" d="M12 6a8 6 0 0 0 0 12z"/></g>',
    "not_yet": '<ellipse cx="12" cy="12" rx="8" ry="6" transform="rotate(-18 12 12)"/>',
    "changed": '<path d="m12 4.5 7.5 7.5-7.5 7.5L4.5 12z"/>',
    # how it went
    "success": '<circle cx="12" cy="12" r="8.5"/><path d="m8 12.3 2.8 2.8L16 9.5"/>',
    "info": '<circle cx="12" cy="12" r="8.5"/><path d="M12 11v5.5"/>'
    '<circle class="solid" cx="12" cy="7.8" r="1.15"/>',
    "warning": '<path d="M12 4 2.8 20h18.4z"/><path d="M12 10v4.5"/>'
    '<circle class="solid" cx="12" cy="17.2" r="1.1"/>',
    "error": '<path d="M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7z"/><path d="M12 7.5v5.5"/>'
    '<circle class="solid" cx="12" cy="16.3" r="1.15"/>',
}
"""Name → drawing."""
