"""Recomputes every line of every JSON trace below the given folders with mpmath at 40 digits.

Nothing of Longhand's own code is used: the formula trees are evaluated here, each line from its own operands as stored,
and the chain rule is applied again from the stored numbers. A line may be off by 1e-12 of its largest intermediate.
"""
import json
import pathlib
import sys

import mpmath as mp

mp.mp.dps = 40
TOLERANCE = mp.mpf("1e-12")

FUNCTIONS = {
    "exp": mp.exp, "ln": mp.log, "sqrt": mp.sqrt, "abs": abs, "sin": mp.sin, "cos": mp.cos, "tan": mp.tan,
    "sinh": mp.sinh, "cosh": mp.cosh, "tanh": mp.tanh, "negate": lambda x: -x,
    "sigmoid": lambda x: 1 / (1 + mp.exp(-x)), "relu": lambda x: max(x, mp.mpf(0)),
    "softplus": lambda x: mp.log(1 + mp.exp(x)), "power": lambda x, y: mp.power(x, y),
    "max": lambda *x: max(x), "min": lambda *x: min(x),
    "greater": lambda x, y: mp.mpf(x > y), "greaterOrEqual": lambda x, y: mp.mpf(x >= y),
}


class Line:
    """One evaluation, and the largest number met on the way."""

    def __init__(self, values):
        self.values = values
        self.largest = mp.mpf(0)

    def evaluate(self, tree):
        result = self.operation(tree)
        self.largest = max(self.largest, abs(result))
        return result

    def operation(self, tree):
        if "number" in tree:
            return mp.mpf(tree["number"])
        if "constant" in tree:
            return {"pi": mp.pi, "e": mp.e}[tree["constant"]] + 0
        if "quantity" in tree:
            return self.values[tree["quantity"]]
        operands = [self.evaluate(operand) for operand in tree["operands"]]
        if tree["operation"] not in ("sum", "product"):
            return FUNCTIONS[tree["operation"]](*operands)
        result = mp.mpf(0 if tree["operation"] == "sum" else 1)
        for sign, operand in zip(tree["signs"], operands, strict=True):
            result = {"+": result + operand, "-": result - operand, "*": result * operand}[sign] if sign != "/" else result / operand
            self.largest = max(self.largest, abs(result))
        return result


class Trace:
    def __init__(self, path):
        self.path = path
        self.trace = json.loads(path.read_text(encoding="utf-8"))
        self.lines = 0
        self.faults = []
        self.is_symbolic = self.trace["numbers"] is None
        if self.is_symbolic:
            return
        self.carry = self.trace["numbers"]["carry"]
        self.values = {q["name"]: mp.mpf(q["value"]) for q in self.trace["quantities"]}
        self.adjoints = {q["name"]: mp.mpf(q["adjoint"]) for q in self.trace["quantities"] if "adjoint" in q}

    def carried(self, value):
        """The value as a sheet of paper holds it: rounded half up, or cut, after a first rounding seven places on."""
        if self.carry is None:
            return value
        if self.carry["unit"] != "decimals":
            raise SystemExit(f"{self.path}: this check carries decimals only")
        unit = mp.mpf(10) ** self.carry["count"]
        steps = mp.floor(abs(value) * unit * 10**7 + mp.mpf("0.5")) / 10**7
        kept = mp.floor(steps + mp.mpf("0.5")) if self.carry["reduction"] == "rounded" else mp.floor(steps)
        return mp.sign(value) * kept / unit

    def compare(self, what, stored, computed, largest):
        self.lines += 1
        computed = self.carried(computed)
        if abs(mp.mpf(stored) - computed) > TOLERANCE * max(largest, abs(computed)):
            self.faults.append(f"{self.path}: {what} is {stored}, recomputed {mp.nstr(computed, 17)}")

    def check(self):
        if self.is_symbolic:
            return
        after = {q["name"]: mp.mpf(q["after"]) for q in self.trace["quantities"] if "after" in q}
        for quantity in self.trace["quantities"]:
            if quantity["role"] == "computed":
                self.line(f"value of {quantity['name']}", quantity["formula"]["tree"], quantity["value"], self.values)
            else:
                self.given(quantity)
            if after and quantity["role"] == "computed":
                self.line(f"{quantity['name']} after", quantity["formula"]["tree"], quantity["after"], after)
        for edge in self.trace["edges"]:
            if "derivative" not in edge or edge["value"] is None:
                continue
            name = f"d{edge['result']}/d{edge['operand']}"
            values = self.values | {moved: after[moved] for moved in edge.get("newValuesOf", [])}
            for form in ("derivative", "asProduced"):
                self.line(f"{name}, {form},", edge[form]["tree"], edge["value"], values)
            if "contribution" in edge:
                product = self.adjoints[edge["result"]] * mp.mpf(edge["value"])
                self.compare(f"contribution along {name}", edge["contribution"], product, abs(product))
        self.check_sums()
        self.check_updates()

    def given(self, quantity):
        line, self.lines = Line({}), self.lines + 1
        if abs(line.evaluate(quantity["formula"]["tree"]) - mp.mpf(quantity["value"])) > TOLERANCE * line.largest:
            self.faults.append(f"{self.path}: {quantity['name']} is not {quantity['value']}")

    def line(self, what, tree, stored, values):
        line = Line(values)
        self.compare(what, stored, line.evaluate(tree), line.largest)

    def check_sums(self):
        objective = (self.trace["objective"] or {}).get("quantity")
        for name, adjoint in self.adjoints.items():
            parts = [mp.mpf(e["contribution"]) for e in self.trace["edges"] if e["operand"] == name and "contribution" in e]
            expected = mp.mpf(1) if name == objective else mp.fsum(parts)
            self.compare(f"adjoint of {name}", adjoint, expected, max([abs(part) for part in parts], default=mp.mpf(1)))

    def check_updates(self):
        for update in self.trace["updates"]:
            rate = self.values[self.trace["update"]["rate"]]
            step = rate * mp.mpf(update["adjoint"])
            sign = 1 if self.trace["update"]["rule"] == "gradient ascent" else -1
            before = mp.mpf(update["before"])
            self.compare(f"new {update['quantity']}", update["after"], before + sign * step, max(abs(before), abs(step)))


def main(folders):
    paths = sorted(path for folder in folders for path in pathlib.Path(folder).rglob("*.json"))
    traces = [Trace(path) for path in paths]
    for trace in traces:
        trace.check()
    faults = [fault for trace in traces for fault in trace.faults]
    print("\n".join(faults), end="\n" if faults else "")
    print(f"mpmath: {sum(trace.lines for trace in traces)} lines of {len(traces)} traces recomputed, {len(faults)} faults")
    return 1 if faults or not any(trace.lines for trace in traces) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
