# Arguments: CSV, encoding. Prints the number of rows.
import sys

import pandas

frame = pandas.read_csv(sys.argv[1], encoding=sys.argv[2], dtype={"order_id": str}, parse_dates=["order_time"])
print(len(frame))
