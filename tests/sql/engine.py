"""Runs exported SQL unchanged: makes the tables and views, fills the tables from CSV, writes what the views answer.

usage: engine.py duckdb|spark TEXT DATA OUT VIEW...
"""

import csv
import sys
from pathlib import Path

TABLES = "loans roster subsidy villages fund reported rates village_codes gazetteer".split()

# Views that many others ask: worked out once and kept, where an engine would begin anew for each.
KEPT = ["loan_states", "loan_branches", "loan_dispositions", "loan_dues"]


class DuckDb:
    def __init__(self, text, data):
        import duckdb

        self.connection = duckdb.connect()
        self.connection.execute(text)
        for table in TABLES:
            path = data / f"{table}.csv"
            self.connection.execute(f"copy {table} from '{path}' (header, nullstr '')")

    def answer(self, view):
        found = self.connection.execute(f"select * from {view}")
        return [column[0] for column in found.description], iter(found.fetchone, None)


class Spark:
    def __init__(self, text, data, out):
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").appName("credit-atlas")
        settings = {
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1",
            "spark.driver.memory": "4g",
            "spark.sql.shuffle.partitions": "2",
            "spark.sql.warehouse.dir": str(out / "warehouse"),
            "spark.log.level": "ERROR",
        }
        for name, value in settings.items():
            builder = builder.config(name, value)
        self.session = builder.getOrCreate()
        # A session takes one statement at a time; each ends its line.
        for statement in text.split(";\n"):
            if statement.strip():
                self.session.sql(statement)
        for table in TABLES:
            schema = self.session.table(table).schema
            path = str(data / f"{table}.csv")
            read = self.session.read.schema(schema).option("header", True).option("escape", '"')
            read.option("mode", "FAILFAST").csv(path).write.insertInto(table)
        for view in KEPT:
            self.session.catalog.cacheTable(view)

    def answer(self, view):
        found = self.session.table(view)
        return found.columns, found.toLocalIterator()


def written(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def main(engine, text, data, out, views):
    text, data, out = Path(text).read_text("utf-8"), Path(data), Path(out)
    out.mkdir(parents=True, exist_ok=True)
    runs = DuckDb(text, data) if engine == "duckdb" else Spark(text, data, out)
    for view in views:
        columns, rows = runs.answer(view)
        with open(out / f"{view}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows([written(value) for value in row] for row in rows)


if __name__ == "__main__":
    main(*sys.argv[1:5], sys.argv[5:])
