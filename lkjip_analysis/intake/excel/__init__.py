"""The way in for someone who lives in Excel: the template, importing, starting a folder."""
