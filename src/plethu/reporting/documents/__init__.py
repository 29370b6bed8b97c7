"""Documents made of advice in words: Word, PDF, spreadsheet, one web page, and CSV tables."""
