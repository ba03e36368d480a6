"""Recomputes every line of every JSON trace below the given folders with mpmath at 40 digits.

Nothing of Longhand's own code is used: the formula trees are evaluated here, each line from its own operands as stored,
and the chain rule and the update rules are applied again from the stored numbers. A line may be off by 1e-12 of its
largest intermediate, by 1e-5 where the file asks for single precision.
"""
import json
import pathlib
import sys

import mpmath as mp

from matrices import Matrix, generated

mp.mp.dps = 40
TOLERANCE = {None: mp.mpf("1e-12"), "single": mp.mpf("1e-5")}

FUNCTIONS = {
    "exp": mp.exp, "ln": mp.log, "sqrt": mp.sqrt, "abs": abs, "sin": mp.sin, "cos": mp.cos, "tan": mp.tan,
    "sinh": mp.sinh, "cosh": mp.cosh, "tanh": mp.tanh, "negate": lambda x: -x,
    "sigmoid": lambda x: 1 / (1 + mp.exp(-x)), "relu": lambda x: max(x, mp.mpf(0)),
    "softplus": lambda x: mp.log(1 + mp.exp(x)), "power": mp.power, "elementwisePower": mp.power, "max": max, "min": min,
    "greater": lambda x, y: mp.mpf(x > y), "greaterOrEqual": lambda x, y: mp.mpf(x >= y),
}
SIGNS = {
    "+": lambda x, y: x + y, "-": lambda x, y: x - y, "*": lambda x, y: x * y, "/": lambda x, y: x / y,
    ".*": lambda x, y: x * y, "./": lambda x, y: x / y,
}


class Line:
    """One evaluation, and the largest number met on the way."""

    def __init__(self, values, adjoints=None):
        self.values = values
        self.adjoints = adjoints or {}
        self.largest = mp.mpf(0)

    def evaluate(self, tree):
        return self.met(self.operation(tree))

    def met(self, matrix):
        self.largest = max(self.largest, matrix.largest())
        return matrix

    def operation(self, tree):
        if "number" in tree:
            return Matrix.read(tree["number"])
        if "constant" in tree:
            return Matrix.read({"pi": mp.pi, "e": mp.e}[tree["constant"]] + 0)
        if "quantity" in tree:
            return self.values[tree["quantity"]]
        if "adjoint" in tree:
            return self.adjoints[tree["adjoint"]]
        if "generated" in tree:
            return generated(tree)
        if tree["operation"] == "stack":
            return self.stack(tree["rows"])
        operands = [self.evaluate(operand) for operand in tree["operands"]]
        if "signs" in tree:
            return self.chain(tree, operands)
        return self.whole(tree, operands[0]) if self.is_whole(tree) else self.by_entry(tree["operation"], operands)

    def stack(self, rows):
        lines = [[self.evaluate(part) for part in row] for row in rows]
        return Matrix([sum((part.rows[row] for part in line), []) for line in lines for row in range(line[0].shape[0])])

    def chain(self, tree, operands):
        result = Matrix.read(0 if tree["operation"] == "sum" else 1)
        for sign, operand in zip(tree["signs"], operands, strict=True):
            if sign == "*" and not result.is_number and not operand.is_number:
                sizes = result.map(abs).times(operand.map(abs))
                self.largest = max(self.largest, sizes.largest())
                result = self.met(result.times(operand))
            else:
                result = self.met(result.join(operand, SIGNS[sign]))
        return result

    @staticmethod
    def is_whole(tree):
        return "axis" in tree or "indices" in tree or tree["operation"] in ("transpose", "softmax", "diagonal")

    def whole(self, tree, operand):
        operation = tree["operation"]
        if operation == "select":
            return operand.select(tree["indices"])
        if operation == "place":
            return operand.place(tree["indices"], tuple(tree["shape"]))
        if "axis" not in tree:
            return {"transpose": operand.transposed, "softmax": operand.softmax, "diagonal": operand.diagonal}[operation]()
        functions = {"sum": mp.fsum, "mean": lambda entries: mp.fsum(entries) / len(entries), "max": max, "min": min}
        self.met(operand.map(abs).drawn_together(tree["axis"], functions["sum"]))
        return operand.drawn_together(tree["axis"], functions[operation])

    @staticmethod
    def by_entry(operation, operands):
        function = FUNCTIONS[operation]
        if len(operands) == 1:
            return operands[0].map(function)
        result = operands[0]
        for operand in operands[1:]:
            result = result.join(operand, function)
        return result


def power(matrix, exponent):
    return matrix.map(lambda entry: mp.power(entry, exponent))


def states(rule, constants, count, kept, slope):
    """What an update rule works out, by the papers' formulas; the step without the rate."""
    g, (beta, beta1, beta2, epsilon) = slope, (constants.get(name) for name in ("beta", "beta1", "beta2", "epsilon"))
    scaled = lambda factor, matrix: matrix.map(lambda entry: factor * entry)
    plus = lambda one, other: one.join(other, SIGNS["+"])
    rooted = lambda matrix: matrix.map(lambda entry: mp.sqrt(entry) + epsilon)
    over = lambda one, other: one.join(other, SIGNS["/"])
    if rule in ("momentum", "nesterov"):
        v = plus(scaled(beta, kept["v"]), g)
        return {"v": v, "step": v if rule == "momentum" else plus(g, scaled(beta, v))}
    if rule in ("rmsprop", "adagrad"):
        squares = power(g, 2)
        v = plus(kept["v"], squares) if rule == "adagrad" else plus(scaled(beta, kept["v"]), scaled(1 - beta, squares))
        return {"v": v, "step": over(g, rooted(v))}
    m = plus(scaled(beta1, kept["m"]), scaled(1 - beta1, g))
    mhat = scaled(1 / (1 - beta1**count), m)
    if rule == "adamax":
        v = scaled(beta2, kept["v"]).join(g.map(abs), max)
        return {"m": m, "v": v, "mhat": mhat, "step": over(mhat, v)}
    v = plus(scaled(beta2, kept["v"]), scaled(1 - beta2, power(g, 2)))
    vhat = scaled(1 / (1 - beta2**count), v)
    return {"m": m, "v": v, "mhat": mhat, "vhat": vhat, "step": over(mhat, rooted(vhat))}


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
        self.tolerance = TOLERANCE[self.trace["numbers"].get("arithmetic")]
        self.quantities = {quantity["name"]: quantity for quantity in self.trace["quantities"]}

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

    def compare(self, what, stored, computed, largest=None, is_carried=True):
        stored = stored if isinstance(stored, Matrix) else Matrix.read(stored)
        if stored.shape != computed.shape and stored.shape == computed.shape[::-1] and 1 in stored.shape:
            computed = computed.transposed()
        if stored.shape != computed.shape:
            return self.faults.append(f"{self.path}: {what} is {stored.shape}, recomputed {computed.shape}")
        largest = computed.largest() if largest is None else largest
        for found, expected in zip(stored.entries(), computed.entries()):
            self.lines += 1
            expected = self.carried(expected) if is_carried else expected
            if abs(found - expected) > self.tolerance * max(largest, abs(expected)):
                self.faults.append(f"{self.path}: {what} is {mp.nstr(found, 17)}, recomputed {mp.nstr(expected, 17)}")

    def line(self, what, tree, stored, values, adjoints=None, is_carried=True):
        line = Line(values, adjoints)
        self.compare(what, stored, line.evaluate(tree), line.largest, is_carried)

    def check(self):
        if self.is_symbolic:
            return
        for quantity in self.quantities.values():
            if quantity["role"] not in ("computed", "example"):
                self.line(quantity["name"], quantity["formula"]["tree"], quantity["value"], {}, is_carried=False)
        top = {
            "values": {name: quantity["value"] for name, quantity in self.quantities.items()},
            "adjoints": {name: quantity["adjoint"] for name, quantity in self.quantities.items() if "adjoint" in quantity},
            "after": {name: quantity["after"] for name, quantity in self.quantities.items() if "after" in quantity},
            "measured": {name: quantity["measured"] for name, quantity in self.quantities.items() if "measured" in quantity},
            "edges": [self.numbers(edge) for edge in self.trace["edges"]],
        }
        self.check_pass("", top)
        for number, example in enumerate(self.trace.get("examples", []), 1):
            self.check_pass(f"example {number}: ", example)
        self.check_updates()
        self.check_training()

    @staticmethod
    def numbers(edge):
        """The numbers of an edge as examples have them."""
        if "sentBack" in edge:
            return edge["sentBack"]["value"]
        return {"value": edge["value"], "contribution": edge.get("contribution")} if "value" in edge else None

    def check_pass(self, context, numbers):
        values = {name: Matrix.read(value) for name, value in numbers["values"].items()}
        after = {name: Matrix.read(value) for name, value in numbers.get("after", {}).items()}
        adjoints = {name: Matrix.read(value) for name, value in numbers.get("adjoints", {}).items()}
        for name, quantity in self.quantities.items():
            if quantity["role"] == "computed":
                self.line(f"{context}value of {name}", quantity["formula"]["tree"], values[name], values)
                if after:
                    self.line(f"{context}{name} after", quantity["formula"]["tree"], after[name], after)
            elif quantity["role"] != "example":
                self.check_given(f"{context}{name}", quantity, values[name], after.get(name))
        contributions = {name: [] for name in adjoints}
        for edge, found in zip(self.trace["edges"], numbers.get("edges", []), strict=True):
            if found is None:
                continue
            back = self.check_edge(context, edge, found, values, after, adjoints)
            if back is not None and edge["operand"] in contributions:
                contributions[edge["operand"]].append(back)
        self.check_sums(context, contributions, adjoints, values)
        self.check_differences(context, numbers.get("measured", {}), values)

    def check_given(self, what, quantity, value, after):
        """What examples repeat of a given, and what becomes of it in the update."""
        self.compare(what, value, Matrix.read(quantity["value"]), is_carried=False)
        updates = [update["after"] for update in self.trace["updates"] if update["quantity"] == quantity["name"]]
        if after is not None:
            self.compare(f"{what} after", after, Matrix.read(updates[0] if updates else quantity["value"]), is_carried=False)

    def check_edge(self, context, edge, found, values, after, adjoints):
        """Recomputes what an edge sends back.

        Returns: that as stored.
        """
        name = f"{context}d{edge['result']}/d{edge['operand']}"
        if "sentBack" in edge:
            self.line(f"{name}, sent back,", edge["sentBack"]["formula"]["tree"], found, values, adjoints)
            return Matrix.read(found)
        if found["value"] is None:
            return None
        moved = {quantity: after[quantity] for quantity in edge.get("newValuesOf", [])}
        for form in ("derivative", "asProduced"):
            self.line(f"{name}, {form},", edge[form]["tree"], found["value"], values | moved)
        if found["contribution"] is None:
            return None
        product = adjoints[edge["result"]].map(lambda entry: entry * mp.mpf(found["value"]))
        self.compare(f"contribution along {name}", found["contribution"], product)
        return Matrix.read(found["contribution"])

    def check_sums(self, context, contributions, adjoints, values):
        objective = (self.trace["objective"] or {}).get("quantity")
        for name, adjoint in adjoints.items():
            parts = contributions[name]
            total = Matrix.read(1) if name == objective else Matrix.filled(values[name].shape, lambda *_: mp.mpf(0))
            for part in parts:
                total = total.join(part, SIGNS["+"])
            self.compare(f"{context}adjoint of {name}", adjoint, total, max([part.largest() for part in parts], default=mp.mpf(1)))

    def check_differences(self, context, measured, values):
        """Every entry moved by itself, and the whole file worked again."""
        objective = (self.trace["objective"] or {}).get("quantity")
        for name, found in measured.items():
            method, reach = self.trace["derivatives"]["method"], mp.mpf(self.trace["derivatives"]["h"])
            ahead, behind, slope = (Matrix.read(found[part]) for part in ("ahead", "behind", "slope"))
            back = reach if method == "central differences" else mp.mpf(0)
            for stored, step in ((ahead, reach), (behind, -back)):
                worked = Matrix.filled(values[name].shape, lambda row, column: self.objective_at(values, name, row, column, step, objective))
                self.compare(f"{context}{objective} beside {name}", stored, worked)
            width = 2 * reach if back else reach
            quotient = ahead.join(behind, lambda one, other: (one - other) / width)
            largest = max(ahead.largest(), behind.largest()) / reach
            self.compare(f"{context}measured slope by {name}", slope, quotient, largest)

    def objective_at(self, values, name, row, column, step, objective):
        moved = Matrix([list(entries) for entries in values[name].rows])
        moved.rows[row][column] += step
        worked = values | {name: moved}
        for other, quantity in self.quantities.items():
            if quantity["role"] == "computed":
                worked[other] = Line(worked).evaluate(quantity["formula"]["tree"])
        return worked[objective].rows[0][0]

    def check_updates(self):
        rule = self.trace["update"]
        for update in self.trace["updates"]:
            name, slope, before = update["quantity"], Matrix.read(update["adjoint"]), Matrix.read(update["before"])
            self.check_gradient(name, slope)
            step = slope
            if "states" in update:
                constants = {constant: mp.mpf(value) for constant, value in rule["constants"].items()}
                kept = {state: Matrix.read(value) for state, value in update["kept"].items()}
                worked = states(rule["rule"], constants, update["count"], kept, slope)
                step = worked.pop("step")
                size = max(slope.largest(), slope.largest() ** 2)
                for state, value in worked.items():
                    largest = max(size, value.largest())
                    self.compare(f"{state}({name})", update["states"][state], value, largest, is_carried=False)
            rate = Matrix.read(self.quantities[rule["rate"]]["value"])
            step = step.join(rate, SIGNS["*"])
            if "states" in update:
                self.compare(f"step({name})", update["states"]["step"], step, is_carried=False)
            ascends = rule["rule"] == "gradient ascent" or rule.get("direction") == "up"
            after = before.join(step, SIGNS["+" if ascends else "-"])
            self.compare(f"new {name}", update["after"], after, max(before.largest(), step.largest()))

    def check_gradient(self, name, slope):
        """The slope of an update from the slopes of its examples, and of what is added once."""
        examples, objective = self.trace.get("examples", []), self.trace["objective"]
        if not examples:
            quantity = self.quantities[name]
            expected = quantity["measured"]["slope"] if "measured" in quantity else quantity.get("adjoint")
            return expected is None or self.compare(f"slope by {name}", slope, Matrix.read(expected))
        if "addition" in objective:
            return None  # its slopes are no part of the trace
        total = Matrix.filled(slope.shape, lambda *_: mp.mpf(0))
        sizes = total
        for example in examples:
            measured = example.get("measured", {}).get(name)
            part = Matrix.read(measured["slope"] if measured else example["adjoints"].get(name, 0))
            total, sizes = total.join(part, SIGNS["+"]), sizes.join(part.map(abs), SIGNS["+"])
        if objective["combination"].startswith("averaged"):
            total = total.map(lambda entry: entry / len(examples))
        return self.compare(f"slope by {name} over the examples", slope, total, sizes.largest())

    def check_training(self):
        """What stands twice in a trace agrees: the start, and the state after one update."""
        training = self.trace.get("training")
        if training is None:
            return
        updates = {update["quantity"]: update for update in self.trace["updates"]}
        first, after = training["samples"][0], next((s for s in training["samples"] if s["epoch"] == 1), None)
        for name, value in first["moved"].items():
            self.compare(f"{name} before the first epoch", value, Matrix.read(updates[name]["before"]), is_carried=False)
        every = self.trace["update"].get("updatesInEpoch", 1)
        for name, value in (after["moved"].items() if after and every == 1 else ()):
            self.compare(f"{name} after one epoch", value, Matrix.read(updates[name]["after"]), is_carried=False)


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
