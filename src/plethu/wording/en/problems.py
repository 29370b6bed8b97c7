"""English: what is wrong with a file, and what to do about it. Where it is, `problem_sentence` puts before it.

`problem.CODE` is said always, `problem.CODE.VALUE` after it where the problem has that value.
"""

TEMPLATES: dict[str, str] = {
    "problem.line": "line {line}",
    "problem.entry": "entry {id}",
    "problem.unexplained": "Something is not as it should be ({code}). Compare it with the description of the format.",
    # Files
    "problem.file-too-large": "The file is too large: {size} bytes, where {largest} is the most. Use a smaller one.",
    "problem.file-unreadable": "The file cannot be read ({reason}). Check that it is there and that you may read it.",
    "problem.archive": "This is an archive, such as a zip file. Unpack it, and give the folder or file inside it.",
    "problem.not-utf8": "The text is not UTF-8. Save the file as UTF-8.",
    "problem.hidden-character": (
        "There is a hidden character here ({character}), which can change what the text seems to say. Take it out."
    ),
    "problem.too-deep": "The values are nested too deeply. Put fewer lists or tables inside each other.",
    "problem.not-csv": "This is not well-formed CSV ({reason}). Check the quotation marks.",
    "problem.not-toml": "This is not well-formed TOML ({reason}). Check quotation marks, brackets and equals signs.",
    "problem.name-twice": "This stands twice in the same object. Keep one of the two.",
    "problem.not-json": "This is not well-formed JSON ({reason}). Check quotation marks, brackets and commas.",
    "problem.row-length": "The row has {found} cells and the header {expected}. Check commas and quotation marks.",
    "problem.not-entries": (
        "This should be a list of entries or a table of fields. Compare it with the description of the format."
    ),
    "problem.not-as-built": (
        "The file is not as it was built: it was changed, or is not whole. Build the edition again."
    ),
    "problem.entities": (
        "The file declares entities or a document type, which no export of references needs and attacks use. Nothing of it "
        "was read. Export the references anew."
    ),
    "problem.unpacks-too-large": (
        "The workbook would unpack to {size} bytes, where {largest} is the most, or is packed as no workbook is. "
        "Save only the sheet with the records, or save it as CSV."
    ),
    "problem.not-xlsx": (
        "The workbook cannot be read: it is damaged, locked with a password, or no XLSX. Open it in a spreadsheet and save it "
        "again, or save it as CSV."
    ),
    "problem.register-empty": "The list has no people. Write one person in each row below the names of the columns.",
    "problem.register-columns-unknown": (
        "No column says who the people are. Name one “Name”, “Email” or “ID” in the first row, or say which column is which."
    ),
    "problem.register-too-long": "The list has more than {most} people. Give only those of this workshop.",
    "problem.too-many-columns": "The sheet has more columns than {most}. Remove those that hold no records.",
    # Fields and values
    "problem.unknown-field": "There is no field of that name. Check the spelling, or take it out.",
    "problem.missing-field": "This field is missing. Fill it in.",
    "problem.unknown-value": "“{value}” is not one of its values. Check the spelling.",
    "problem.unknown-value.known": "Its values are: {known}.",
    "problem.wrong-type": "The value is of the wrong kind. It should be: {expected}.",
    "problem.wrong-type.found": "It is: {found}.",
    "problem.invalid": "The value cannot be used ({reason}). Correct it.",
    "problem.text-too-long": "The text is too long: {longest} characters are the most. Shorten it.",
    "problem.bad-condition": "“{part}” is not a condition. Write it in the form “maturity at-most early”.",
    # Situations
    "problem.other-edition": (
        "This was written for the edition “{value}”, and the one in use is “{edition}”. Use the other edition, or "
        "change "
        "this line."
    ),
    "problem.unknown-id": "The edition has nothing called “{value}” here. Check the spelling, or take it out.",
    "problem.unknown-dimension": "The edition asks nothing called “{value}”. Check the spelling, or take it out.",
    "problem.one-value": "One value is expected here, and there are {found}. Keep one.",
    # Editions
    "problem.unknown-reference": "The edition has nothing called “{value}”. Check the spelling, or add it.",
    "problem.bad-id": "“{value}” cannot be an id. Use small letters, digits and single hyphens.",
    "problem.too-many-entries": "There are too many entries here: {most} are the most. Take some out.",
    "problem.doubled-id": "The id is used {count} times. Give each entry its own.",
    "problem.need-never-met": (
        "Relation {relation} needs this, but no answer can say that it is there. Set `asked = true`, or write `when`."
    ),
    "problem.wrong-operator": (
        "“{operator}” does not go with “{dimension}”, which is of this kind: {kind}. Use another operator."
    ),
    "problem.wrong-sum": (
        "The sum does not hold ({where}): the file says {found}, and the other numbers give {expected}. Check them "
        "against the source."
    ),
    "problem.unreachable": (
        "Nothing leads to this finding. Give it an action or a category, or the category `cross-cutting`."
    ),
    "problem.action-without-evidence": "No finding speaks for this action. Add one, or take the action out.",
    "problem.not-edtf": "“{value}” is not a date in EDTF. Write it like 2021, 2021-05 or 2019/2022.",
    "problem.cycle": "These actions wait for each other in a circle: {path}. Take one of the needs away.",
    # Files of records
    "problem.no-records": "There is no record in this file. Check that the export is the right one and is not empty.",
    "problem.format-not-known": "There is no format “{value}”. There are: {known}.",
    "problem.format-not-recognised": "The format of this file was not recognised. Name it with `--format`, or export the records as RIS.",
    "problem.not-a-file": "This is no file that can be read: a folder, a pipe or a device. Give the file itself.",
    "problem.line-too-long": "This line is longer than any line of a record can be. Check that the file is whole and of the right kind.",
    "problem.format-not-written": "Records cannot be written as “{value}”. There are: {known}.",
    "problem.import-unwritable": "The import cannot be stored here ({reason}). Nothing was kept. Make room, or choose another folder.",
    "problem.export-unwritable": "The file cannot be written ({reason}). Choose another place, or make room.",
    "problem.not-an-import-folder": "This is no folder of imports: there is no folder `imports` in it. Import a file into it first.",
    # Kinds of values
    "type.str": "text",
    "type.int": "a whole number",
    "type.float": "a number",
    "type.bool": "`true` or `false`",
    "type.array": "a list",
    "type.object": "a table of fields",
    "type.null": "nothing",
    "type.other": "something else",
    "problem.list-not-text": "This is a workbook, a PDF or another file that is not a plain list. Save the list as CSV, and give that file.",
    "problem.list-columns-unknown": "The first row does not name the columns. It needs “number”, and “finding_en” or “finding_cy”. The columns are: {known}.",
    "problem.list-too-long": "The list has more than {most} findings. Give only those that the workshop can discuss.",
    "problem.list-empty": "The list has no findings. Write one finding in each row below the names of the columns.",
    "problem.list-number-unreadable": "“{value}” cannot number a finding. Use up to 20 capital letters, digits and hyphens, such as 12, F012 or B-3.",
    "problem.list-number-twice": "Number {value} stands on line {first} already. Give each finding a number of its own.",
    "problem.list-translated-twice": "“{value}” has other Welsh on line {first}. Use the same words in both rows.",
    "problem.list-action-in-two": "The action “{value}” is in another category on line {first}. Put it in one.",
    "problem.no-findings": "The edition has no findings, so a workshop has nothing to discuss. Add some.",
    "problem.asks-nothing": "This edition holds findings alone and asks nothing, so a site cannot give advice from it. Use it for workshops, or serve another.",
    "problem.zip-broken": "This zip file cannot be unpacked: it is damaged, or is none. Zip the edition’s folder again.",
    "problem.zip-too-many": "The zip file holds more than {most} files. Zip the edition’s folder alone.",
    "problem.zip-no-edition": "There is no `edition.toml` in the zip file. Zip the folder of an edition.",
    "problem.zip-two-editions": "There are several files `edition.toml` in the zip file. Zip the folder of one edition.",
    "problem.zip-locked": "The zip file is locked with a password, or packed in a way that cannot be read here. Zip the folder again without.",
    "problem.zip-too-large": "The zip file would unpack to more than {largest} bytes. Zip the files of one edition alone.",
    "problem.breakout-no-name-column": "No column says who the people are. Call one “Name” or “Code”. The columns are: {known}.",
    "problem.breakout-no-column": "There is no column “{value}” to mix the groups by. The columns are: {known}.",
    "problem.breakout-column-twice": "The column “{value}” means the same as the column “{other}”. Rename one of them, or take it out.",
    "problem.breakout-row-long": "The row has {found} cells and the first row {expected}. Check separators and quotation marks.",
    "problem.breakout-person-unnamed": "The row has no name, or one of more than {most} characters. Give the person a name or a code, or remove the row.",
    "problem.breakout-person-twice": "“{value}” stands on line {first} already. Remove one of the two, or tell them apart by their names.",
    "problem.breakout-person-unknown": "Nobody in the list is called “{value}”. Write the name as it stands in the list, or add the person.",
    "problem.breakout-person-self": "“{value}” is the person of this row. Name somebody else, or leave it empty.",
    "problem.breakout-rounds-unreadable": "“{value}” does not say which rounds. Write numbers from 1 to 12, such as 1-3 or 1, 2, 4, or leave it empty for all.",
    "problem.breakout-facilitates-unreadable": "“{value}” does not say which group. Write the number of a group, yes for any group, or no.",
    "problem.breakout-welsh-unreadable": "“{value}” is not understood here. Write yes, can or no.",
    "problem.breakout-people-none": "The list has no people. Write the names of the columns in the first row and one person in each row below.",
    "problem.breakout-people-many": "The list has {found} people; at most {most} can be planned for. Split it.",
    "problem.breakout-people-too-many": "In round {round}, {people} people are too many for the groups: no group may have more than {largest}. Numbers of groups that would do: {numbers}.",
    "problem.breakout-people-too-few": "In round {round}, there are too few people for the groups ({people}): no group may have fewer than {smallest}. Numbers of groups that would do: {numbers}.",
    "problem.breakout-clash-together": "Clash {clash}: “{one}” and “{other}” are to be together. The wishes of this clash cannot all be kept.",
    "problem.breakout-clash-apart": "Clash {clash}: “{one}” and “{other}” are to be apart. The wishes of this clash cannot all be kept.",
    "problem.breakout-clash-facilitates": "Clash {clash}: “{one}” is to facilitate group {group}. The wishes of this clash cannot all be kept.",
    "problem.breakout-clash-welsh": "Clash {clash}: “{one}” wants the Welsh-medium group. The wishes of this clash cannot all be kept.",
    "problem.breakout-drop-together": "Enough to drop, {number} of {count}: “{one}” and “{other}” together.",
    "problem.breakout-drop-apart": "Enough to drop, {number} of {count}: “{one}” and “{other}” apart.",
    "problem.breakout-drop-facilitates": "Enough to drop, {number} of {count}: “{one}” facilitates group {group}.",
    "problem.breakout-drop-welsh": "Enough to drop, {number} of {count}: “{one}” in the Welsh-medium group.",
    "problem.breakout-not-found": "No plan was found that keeps all wishes, though none was shown to be impossible. Give the search more time, or drop some wishes.",
    "problem.breakout-people-no-number": "No number of groups would do. For {largest} in a group at most it takes {fewest} groups or more; for {smallest} at least there are people for {most} or fewer. Allow other sizes, wait until more have registered, or look at who is there in which rounds.",
    "problem.breakout-welsh-too-few": "There are too few who speak Welsh for a Welsh-medium group in round {round}: {people}, and at least {fewest} are needed. Ask more people whether they can take part in Welsh, allow smaller groups, or let those who want Welsh join the other groups.",
    "problem.breakout-welsh-too-many": "More people have to be in the Welsh-medium groups in round {round} than these hold: {people}, and there is room for {most}. Use more Welsh-medium groups, or larger ones.",
    "problem.breakout-others-too-few": "There are too few for the groups that are not Welsh-medium in round {round}: {people}, and at least {fewest} are needed. Use fewer groups, or let some who want Welsh join the others.",
    "problem.breakout-others-too-many": "More people who do not speak Welsh are there in round {round} than the groups that are not Welsh-medium hold: {people}, and there is room for {most}. Use more groups.",
}
