"""Compares the adjoints of random matrix programs with autograd's.

Each program is written as a .walk file and as Python functions at once; shapes are 1 to 5, and every operation of the
language that takes matrices occurs. A gradient may be off by 1e-10 of its largest entry.
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import autograd.numpy as np
from autograd import grad

PROGRAMS, STATEMENTS, TOLERANCE = 150, 9, 1e-10


def softmax(m):
    powers = np.exp(m - np.max(m, axis=1, keepdims=True))
    return powers / np.sum(powers, axis=1, keepdims=True)


FUNCTIONS = {
    "sigmoid": lambda m: 1 / (1 + np.exp(-m)), "tanh": np.tanh, "sin": np.sin, "cos": np.cos,
    "softplus": lambda m: np.log1p(np.exp(m)), "relu": lambda m: np.maximum(m, 0.0), "softmax": softmax,
}
AXES = {"rows": 1, "columns": 0}
REDUCTIONS = {"sum": np.sum, "mean": np.mean, "max": np.max, "min": np.min}


class Program:
    """Names with their shapes, lines of text, and the same lines as functions of an environment."""

    def __init__(self, seed):
        self.dice = random.Random(seed)
        self.shapes, self.values, self.lines, self.steps, self.used = {}, {}, [], [], set()
        for number in range(1, 5):
            shape = (self.dice.randint(1, 5), self.dice.randint(1, 5))
            entries = [[self.number() for _ in range(shape[1])] for _ in range(shape[0])]
            self.shapes[f"W{number}"], self.values[f"W{number}"] = shape, np.array(entries)
        for number in range(1, STATEMENTS + 1):
            self.add(f"Q{number}")
        terms = [name for name in self.shapes if name not in self.used]
        self.lines.append("L = " + " + ".join(f"sum(tanh({name}))" for name in terms))
        self.steps.append(("L", lambda env: sum(np.sum(np.tanh(env[name])) for name in terms)))

    def number(self):
        """Away from 0, where relu has a kink and slopes are chosen."""
        return self.dice.choice([-1, 1]) * round(self.dice.uniform(0.05, 1.5), 3)

    def pick(self, fits=lambda shape: True):
        names = [name for name, shape in self.shapes.items() if fits(shape)]
        if not names:
            return None
        name = self.dice.choice(names)
        return name

    def add(self, name):
        while True:
            made = self.dice.choice([
                self.product, self.by_element, self.by_element, self.function, self.function, self.transpose, self.reduction,
                self.stack, self.slice, self.diagonal, self.power, self.quotient, self.scaled])()
            if made is None:
                continue
            text, shape, step, operands = made
            self.lines.append(f"{name} = {text}")
            self.steps.append((name, step))
            self.shapes[name] = shape
            self.used.update(operands)
            return

    def product(self):
        a = self.pick(lambda s: s != (1, 1))
        b = a and self.pick(lambda s: s != (1, 1) and s[0] == self.shapes[a][1])
        if not b:
            return None
        return f"{a}*{b}", (self.shapes[a][0], self.shapes[b][1]), lambda env: env[a] @ env[b], [a, b]

    def by_element(self):
        a = self.pick()
        rows, columns = self.shapes[a]
        b = self.pick(lambda s: s[0] in (1, rows) and s[1] in (1, columns))
        sign, step = self.dice.choice([
            ("+", lambda x, y: x + y), ("-", lambda x, y: x - y), (".*", lambda x, y: x * y)])
        if sign == ".*" and (1, 1) in (self.shapes[a], self.shapes[b]):
            sign = "*"
        return f"{a} {sign} {b}", (rows, columns), lambda env: step(env[a], env[b]), [a, b]

    def function(self):
        a, (name, step) = self.pick(), self.dice.choice(sorted(FUNCTIONS.items()))
        return f"{name}({a})", self.shapes[a], lambda env: step(env[a]), [a]

    def transpose(self):
        a = self.pick()
        return f"{a}'", self.shapes[a][::-1], lambda env: env[a].T, [a]

    def reduction(self):
        a, (name, step) = self.pick(), self.dice.choice(sorted(REDUCTIONS.items()))
        axis = self.dice.choice([None, "rows", "columns"])
        rows, columns = self.shapes[a]
        if rows * columns == 1 and name in ("max", "min"):
            return None
        shape = {None: (1, 1), "rows": (rows, 1), "columns": (1, columns)}[axis]
        number = None if axis is None else AXES[axis]
        return (f"{name}({a}{', ' + axis if axis else ''})", shape,
                lambda env: np.reshape(step(env[a], axis=number), shape), [a])

    def stack(self):
        a = self.pick(lambda s: max(s) < 5)
        b = a and self.pick(lambda s: s[1] == self.shapes[a][1] and s[0] + self.shapes[a][0] <= 8)
        if not b:
            return None
        shape = (self.shapes[a][0] + self.shapes[b][0], self.shapes[a][1])
        return f"[{a}; {b}]", shape, lambda env: np.concatenate([env[a], env[b]], axis=0), [a, b]

    def slice(self):
        a = self.pick(lambda s: s != (1, 1))
        if not a:
            return None
        rows, columns = self.shapes[a]
        row, column = self.dice.randint(1, rows), self.dice.randint(1, columns)
        return self.dice.choice([
            (f"{a}[{row}, :]", (1, columns), lambda env: env[a][row - 1:row, :], [a]),
            (f"{a}[:, {column}]", (rows, 1), lambda env: env[a][:, column - 1:column], [a]),
            (f"{a}[{row}, {column}]", (1, 1), lambda env: env[a][row - 1:row, column - 1:column], [a]),
        ])

    def diagonal(self):
        a = self.pick(lambda s: 1 in s and s != (1, 1))
        if not a:
            return None
        count = max(self.shapes[a])
        return f"diag({a})", (count, count), lambda env: np.eye(count) * np.reshape(env[a], (1, count)), [a]

    def power(self):
        a = self.pick(lambda s: s != (1, 1))
        return a and (f"{a}.^2", self.shapes[a], lambda env: env[a] ** 2, [a])

    def quotient(self):
        a = self.pick(lambda s: s != (1, 1))
        return a and (f"{a}./(1 + {a}.^2)", self.shapes[a], lambda env: env[a] / (1 + env[a] ** 2), [a])

    def scaled(self):
        a = self.pick()
        return f"1 - 0.5*{a}", self.shapes[a], lambda env: 1 - 0.5 * env[a], [a]

    @property
    def text(self):
        def literal(value):
            return "[" + "; ".join(", ".join(repr(float(x)) for x in row) for row in value) + "]"
        givens = ["weights: " + ", ".join(f"{name} = {literal(value)}" for name, value in self.values.items())]
        return "\n".join(givens + self.lines + ["differentiate: L", "show: all digits", ""])

    def objective(self, weights):
        env = dict(weights)
        for name, step in self.steps:
            env[name] = step(env)
        return env["L"]


def main(program):
    worst, entries, operations = 0.0, 0, set()
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(PROGRAMS):
            made = Program(seed)
            path = pathlib.Path(folder) / "program.walk"
            path.write_text(made.text)
            run = subprocess.run([program, "render", path, "--to", "json", "-o", "-"], capture_output=True, text=True)
            if run.returncode != 0:
                print(made.text, run.stderr, sep="\n")
                return 1
            trace = {quantity["name"]: quantity for quantity in json.loads(run.stdout)["quantities"]}
            if abs(trace["L"]["value"] - made.objective(made.values)) > 1e-11 * max(1, abs(trace["L"]["value"])):
                print(made.text, f"L is {trace['L']['value']}, autograd's {made.objective(made.values)}", sep="\n")
                return 1
            gradient = grad(made.objective)(made.values)
            for name, expected in gradient.items():
                found = np.reshape(np.array(trace[name].get("adjoint", 0.0)), expected.shape) + np.zeros(expected.shape)
                distance = float(np.max(np.abs(found - expected)) / max(1.0, float(np.max(np.abs(expected)))))
                worst, entries = max(worst, distance), entries + expected.size
                if not distance <= TOLERANCE:
                    print(made.text, f"dL/d{name}: {found.tolist()}, autograd's {expected.tolist()}", sep="\n")
                    return 1
            operations.update(word for word in [*FUNCTIONS, *REDUCTIONS, "diag", "'", "[:", ".*", ".^", "./"] if word in made.text)
    print(f"autograd: {entries} entries of {PROGRAMS} programs agree, the worst within {worst:.1e}; {len(operations)} kinds of operations")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
