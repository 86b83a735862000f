# Argument: workbook. Reads every value, prints the number of rows without the header.
import sys

import openpyxl

sheet = openpyxl.load_workbook(sys.argv[1], read_only=True).worksheets[0]
print(sum(1 for _ in sheet.iter_rows(values_only=True)) - 1)
