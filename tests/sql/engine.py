"""Runs exported SQL unchanged: makes the tables and views, fills the tables from CSV, writes what the views answer.

usage: engine.py duckdb|spark TEXT DATA OUT VIEW...
"""

import csv
import re
import sys
from pathlib import Path

TABLES = "loans roster subsidy villages fund reported rates village_codes gazetteer".split()

VIEW = re.compile(r"^create or replace view (\w+) as$", re.MULTILINE)


def kept(text, wanted):
    """The views asked by more than one of those that are wanted or needed for them, in the order of the text."""
    parts = VIEW.split(text)
    names = parts[1::2]
    bodies = dict(zip(names, parts[2::2]))
    below = {name: set(re.findall(r"\w+", body)) & bodies.keys() for name, body in bodies.items()}
    needed = set()
    for name in reversed(names):
        if name in wanted or any(name in below[other] for other in needed):
            needed.add(name)
    times = {name: (name in wanted) + sum(name in below[other] for other in needed) for name in names}
    return [name for name in names if name in needed and times[name] > 1]


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
    def __init__(self, text, data, out, wanted):
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
        # A session takes one statement at a time; each ends its line. Tables come first.
        several = kept(text, wanted)
        is_filled = False
        for statement in text.split(";\n"):
            if not statement.strip():
                continue
            view = VIEW.search(statement)
            if view and not is_filled:
                self.fill(data)
                is_filled = True
            self.session.sql(statement)
            if view and view[1] in several:
                self.keep(view[1])

    def fill(self, data):
        for table in TABLES:
            schema = self.session.table(table).schema
            path = str(data / f"{table}.csv")
            read = self.session.read.schema(schema).option("header", True).option("escape", '"')
            read.option("mode", "FAILFAST").csv(path).write.insertInto(table)

    def keep(self, view):
        # Left as a view it would be written into the plan of each that asks it, and worked out for each.
        self.session.table(view).write.saveAsTable(f"kept_{view}")
        self.session.sql(f"drop view {view}")
        self.session.sql(f"alter table kept_{view} rename to {view}")

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
    runs = DuckDb(text, data) if engine == "duckdb" else Spark(text, data, out, views)
    for view in views:
        columns, rows = runs.answer(view)
        with open(out / f"{view}.csv", "w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows([written(value) for value in row] for row in rows)


if __name__ == "__main__":
    main(*sys.argv[1:5], sys.argv[5:])
