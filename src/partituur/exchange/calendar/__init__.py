"""Appointments for somebody's own calendar (iCalendar, RFC 5545 and RFC 5546)."""
