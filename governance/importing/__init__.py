"""Reading in what offices keep in spreadsheets: safely, row by row, twice without harm."""
