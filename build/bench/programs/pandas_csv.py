# Arguments: CSV, encoding, columns of ids, columns of times, each joined by commas. Prints the number of rows.
import sys

import pandas

file, encoding, ids, times = sys.argv[1:]
frame = pandas.read_csv(file, encoding=encoding, dtype={name: str for name in ids.split(",")}, parse_dates=times.split(","))
print(len(frame))
