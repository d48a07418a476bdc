/** The texts of every list of records and of their sheets. */
export const record = {
  'conflict.title': 'Changed by someone else',
  'conflict.text': '“{field}” was changed while you were typing.',
  'conflict.theirs': 'Saved: {value}',
  'conflict.yours': 'Yours: {value}',
  'conflict.keepTheirs': 'Keep the saved one',
  'conflict.keepYours': 'Use mine',

  'timeline.title': 'What happened',
  'timeline.note': 'Add a note',
  'timeline.notePlaceholder': 'What was said, what comes next',
  'timeline.addNote': 'Add note',
  'timeline.editNote': 'Edit note',
  'timeline.deleteNote': 'Delete note',
  'timeline.noteDeleted': 'Note deleted',
  'timeline.edited': 'edited',
  'timeline.deleted': 'Deleted',
  'timeline.restored': 'Restored',
  'timeline.updated': 'Changed {fields}',
  'timeline.mailSent': 'Mail sent',
  'timeline.other': 'Changed',
  'timeline.visitor': 'Visitor',
  'timeline.system': 'Automatic',
  'timeline.key': 'API key',

  'sheet.close': 'Close',
  'sheet.expand': 'Widen',
  'sheet.shrink': 'Narrow',
  'sheet.copyLink': 'Copy link',
  'sheet.yes': 'Yes',
  'sheet.no': 'No',
  'sheet.empty': 'Empty',

  'action.failed': 'That did not work. {reason}',
  'action.restore': 'Restore',

  'live.connecting': 'Connecting',
  'live.waiting': 'Not live: trying to connect again',

  'empty.filtered.title': 'Nothing matches',

  'shortcut.note': 'Write a note',

  'record.deleted': '{name} deleted',
  'record.restored': '{name} restored',
  'record.changedElsewhere': '{name} was changed elsewhere in the meantime. You now see the newest version.',

  'list.clearSearch': 'Clear search',
  'list.removeFilter': 'Remove filter {name}',
  'list.clearFilters': 'Clear filters',
  'list.order': 'Order',
  'list.newest': 'Newest first',
  'list.oldest': 'Oldest first',

  'drag.picked': 'Picked up {name}, in {place}. Arrow keys move, Space drops, Escape cancels.',
  'drag.over': '{place}, position {position}.',
  'drag.overClose': '{place}.',
  'drag.dropped': '{name} moved to {place}.',
  'drag.cancelled': 'Moving cancelled. {name} stays in {place}.',
  'card.help': 'Enter opens. Space picks up for moving with the arrow keys.',
  'column.more': 'More in {name}',
  'list.countMore': '{count}+',
} as const;
