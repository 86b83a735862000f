# Argument: CSV of orders. Prints the median milliseconds of each operation over tables in memory, as JSON.
import json
import sys
import time

import pandas as pd

orders = pd.read_csv(sys.argv[1], dtype={"order_id": str})[["order_id", "user_id", "sku", "category", "amount", "city"]]
products = pd.DataFrame({"sku": [f"SKU-{n:06d}" for n in range(50000)], "title": [f"title {n}" for n in range(50000)], "cost": range(50000)})


def median(work):
    times = []
    for _ in range(5):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return sorted(times)[2]


print(
    json.dumps(
        {
            "join": median(lambda: orders.merge(products, on="sku", how="left")),
            "group": median(lambda: orders.groupby(["category", "city"]).agg(sum=("amount", "sum"), n=("amount", "size"), users=("user_id", "nunique"))),
            "dedupe": median(lambda: orders.drop_duplicates(["user_id", "sku"])),
            "pivot": median(lambda: orders.pivot_table(index="city", columns="category", values="amount", aggfunc="sum")),
            "sort": median(lambda: orders.sort_values("amount", kind="stable")),
        }
    )
)
