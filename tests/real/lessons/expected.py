# Works out with pandas what lessons.test.ts expects. Debian: apt-get install python3-pandas; then python3 expected.py ../../../../shared/data
import glob, json, re, string, sys, unicodedata
import pandas as pd

data = sys.argv[1]
out = {}


def online_retail():
    files = sorted(glob.glob(f"{data}/online-retail/2010-12-*.csv"))
    d = pd.concat([pd.read_csv(f, dtype=str) for f in files], ignore_index=True)
    rows = len(d)
    d["Quantity"] = d["Quantity"].astype(int)
    # Money as an integer of 1/10,000.
    d["UnitPrice"] = (d["UnitPrice"].astype(float) * 10000).round().astype(int)
    d = d[~d["StockCode"].isin(["B", "S", "M", "D", "POST", "DOT", "BANK CHARGES", "AMAZONFEE", "C2"]) & ~d["StockCode"].str.startswith(("gift", "TEST"))]
    services = rows - len(d)
    d["Country"] = d["Country"].replace({"EIRE": "Ireland", "USA": "United States", "RSA": "South Africa"})
    d["cancelled"] = d["InvoiceNo"].str.startswith("C")
    d["size"] = d["Quantity"].abs()
    same = ["CustomerID", "StockCode", "UnitPrice", "size"]
    d["nth"] = d.groupby(same + ["cancelled"], dropna=False, sort=False).cumcount()
    sales = d[~d["cancelled"] & d["CustomerID"].notna()][same + ["nth"]]
    cancels = d[d["cancelled"] & d["CustomerID"].notna()][same + ["nth"]]
    pairs = sales.reset_index().merge(cancels.reset_index(), on=same + ["nth"], suffixes=("_s", "_c"))
    d = d.drop(index=list(pairs["index_s"]) + list(pairs["index_c"]))

    def fingerprint(text):
        plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).lower()
        plain = "".join(" " if unicodedata.category(c)[0] in "PSC" else c for c in plain)
        return " ".join(sorted(set(plain.split())))

    named = d[d["Description"].notna()]
    keys = named["Description"].map(fingerprint)
    counts = named.assign(key=keys).groupby(["key", "Description"]).size().reset_index(name="n")
    counts = counts[counts["key"] != ""]
    best = counts.sort_values(["key", "n", "Description"], ascending=[True, False, True]).drop_duplicates("key").set_index("key")["Description"]
    several = counts["key"].value_counts()
    chosen = {row.Description: re.sub(r"\s+", " ", best[row.key]).strip() for row in counts.itertuples() if several[row.key] > 1}
    d["Description"] = d["Description"].map(lambda text: chosen.get(text, text))
    d["amount"] = d["Quantity"] * d["UnitPrice"]
    out["online-retail"] = {
        "rows": rows,
        "services": services,
        "pairs": len(pairs),
        "left": len(d),
        "quantity": int(d["Quantity"].sum()),
        "amount": int(d["amount"].sum()),
        "descriptions": int(d["Description"].nunique()),
        "countries": sorted(d["Country"].dropna().unique()),
    }


def price_lists():
    may = pd.read_csv(f"{data}/platform-amazon/May-2022.csv", dtype=str)
    march = pd.read_csv(f"{data}/platform-amazon/P  L March 2021.csv", dtype=str)
    march.columns = [c.strip() for c in march.columns]
    march = march.apply(lambda s: s.str.strip())
    march = march.rename(columns={"TP 1": "TP"}).drop(columns=["TP 2"])
    both = pd.concat([may.assign(list="2022-05"), march.assign(list="2021-03")], ignore_index=True)
    places = ["Ajio MRP", "Amazon MRP", "Amazon FBA MRP", "Flipkart MRP", "Limeroad MRP", "Myntra MRP", "Paytm MRP", "Snapdeal MRP"]
    long = both.melt(id_vars=["list", "Sku", "Category"], value_vars=places, var_name="place", value_name="price")
    long["price"] = pd.to_numeric(long["price"], errors="coerce")
    long = long[long["price"].notna()]
    out["price-lists"] = {
        "rows": [len(may), len(march)],
        "prices": len(long),
        "sum": int(round(long["price"].sum() * 10000)),
        "byPlace": {k: int(round(v * 10000)) for k, v in sorted(long.groupby("place")["price"].sum().items())},
    }


def stacked_report():
    d = pd.read_csv(f"{data}/platform-amazon/International sale Report.csv", dtype=str, skip_blank_lines=False)
    at = d.index[d["DATE"] == "CUSTOMER"][0]
    first, second = d.iloc[:at], d.iloc[at + 1 :]
    second = second.set_axis(["index", "CUSTOMER", "DATE", "Months", "Style", "SKU", "PCS", "RATE", "GROSS AMT", "Stock"], axis=1)
    number = lambda s: pd.to_numeric(s.str.replace(",", ""), errors="coerce")
    out["stacked-report"] = {
        "rows": [len(first), len(second)],
        "gross": [int(round(number(t["GROSS AMT"]).sum() * 10000)) for t in (first, second)],
        "pieces": [int(round(number(t["PCS"]).sum())) for t in (first, second)],
    }


def olist():
    read = lambda name: pd.read_csv(f"{data}/olist-subset/olist_{name}_dataset.csv", dtype=str)
    orders, items, payments, reviews, customers, products, sellers = (read(n) for n in ["orders", "order_items", "order_payments", "order_reviews", "customers", "products", "sellers"])
    sizes = []
    joined = orders
    for table, key in [(items, "order_id"), (payments, "order_id"), (reviews, "order_id"), (customers, "customer_id"), (products, "product_id"), (sellers, "seller_id")]:
        table = table[[c for c in table.columns if c == key or c not in joined.columns]]
        joined = joined.merge(table, on=key, how="left")
        sizes.append(len(joined))
    out["olist"] = {"orders": len(orders), "rows": sizes}


online_retail()
price_lists()
stacked_report()
olist()
print(json.dumps(out, indent=2, ensure_ascii=False))
