"""Remakes test/numeric/fixtures/specialFunctions.json: special functions by mpmath with 60 digits.

Run from the root of the project with a Python that has mpmath:  python3 scripts/oracles.py && npx biome check --write test/numeric/fixtures
"""

import json
import sys

import mpmath as mp

mp.mp.dps = 60


def beta(a, b, x, y):
    """I_x(a, b), x + y = 1, summed on the side where it is small."""
    mean = a / (a + b)
    if x < mean:
        return x**a * y**b / (a * mp.beta(a, b)) * mp.hyp2f1(a + b, 1, a + 1, x)
    return 1 - y**b * x**a / (b * mp.beta(a, b)) * mp.hyp2f1(a + b, 1, b + 1, y)


def student_upper(t, nu):
    if t < 0:
        return 1 - student_upper(-t, nu)
    total = nu + t * t
    return beta(nu / 2, mp.mpf(1) / 2, nu / total, t * t / total) / 2


def f_upper(f, d1, d2):
    total = d2 + d1 * f
    return beta(d2 / 2, d1 / 2, d2 / total, d1 * f / total)


def chi_square_upper(x, k):
    return mp.gammainc(k / 2, x / 2, mp.inf, regularized=True)


FUNCTIONS = {
    "normalUpper": (
        lambda x: mp.erfc(x / mp.sqrt(2)) / 2,
        [[x] for x in (-37.5, -8, -3, -2.5, -1, -1e-9, 0, 1e-8, 0.3, 1, 1.959963984540054, 2.9, 2.9999, 3, 3.0001, 5, 8.25, 12, 20, 30, 37.5)],
    ),
    "studentUpper": (
        student_upper,
        [[t, nu] for nu in (1, 2, 3, 4.5, 10, 26, 48, 100, 1000, 1e5) for t in (-4, -0.3, 1e-8, 0.1, 0.9, 2, 5, 12, 38, 400, 1e8) if not (nu > 500 and t > 400)],
    ),
    "chiSquareUpper": (
        chi_square_upper,
        [[x * k, k] for k in (1, 2, 3, 5, 10, 40, 300, 1e4) for x in (1e-6, 0.1, 0.5, 0.9, 0.99, 1, 1.01, 1.1, 1.5, 3, 10, 40, 400) if x * k < 1300],
    ),
    "fUpper": (
        f_upper,
        [
            [f, d1, d2]
            for d1 in (1, 2, 3.5, 10, 200)
            for d2 in (1, 2, 7, 30, 56, 500, 1e4)
            for f in (1e-6, 0.2, 0.9, 1, 1.3, 3, 10, 80, 2000, 1e7)
            if not (d2 > 400 and d1 * f > 20 * d2)
        ],
    ),
    "logGamma": (
        mp.loggamma,
        [[x] for x in (1e-10, 0.01, 0.25, 0.4999, 0.5, 0.75, 0.999, 0.9999999, 1.0000001, 1.001, 1.25, 1.4999, 1.5, 1.75, 1.9999999, 2.0000001, 2.2, 2.5, 2.5001, 3, 4.7, 7.5, 9.99, 10, 10.5, 25, 100.5, 1e4, 1e7, 1e15)],
    ),
    "incompleteBeta": (
        lambda a, b, x, y: beta(a, b, mp.mpf(x) / (mp.mpf(x) + mp.mpf(y)), mp.mpf(y) / (mp.mpf(x) + mp.mpf(y))),
        [
            [a, b, x, y]
            for a in (0.5, 1, 4.5, 60, 3000)
            for b in (0.5, 2, 20.25, 800)
            for x, y in ((2.0**-40, 1 - 2.0**-40), (0.125, 0.875), (0.5, 0.5), (0.75, 0.25), (1 - 2.0**-30, 2.0**-30))
        ],
    ),
    "lowerGamma": (
        lambda a, x: mp.gammainc(a, 0, x, regularized=True),
        [[a, x * a] for a in (0.5, 1, 2.5, 12, 400) for x in (1e-5, 0.3, 0.95, 1.05, 2, 8)],
    ),
}


def cases(function, arguments):
    out = []
    for given in arguments:
        given = [float(x) for x in given]
        value = function(*[mp.mpf(x) for x in given])
        if value == 0 or abs(value) > mp.mpf("1e-300"):
            out.append([*given, float(value)])
    return out


fixture = {
    "made by": "scripts/oracles.py",
    "versions": {"mpmath": mp.__version__, "python": sys.version.split()[0]},
    "digits": mp.mp.dps,
    "layout": "each row holds the arguments and then the value",
    **{name: cases(function, arguments) for name, (function, arguments) in FUNCTIONS.items()},
}
with open("test/numeric/fixtures/specialFunctions.json", "w") as out:
    out.write("{\n")
    for i, (key, value) in enumerate(fixture.items()):
        body = json.dumps(value)
        if isinstance(value, list):
            body = "[\n    " + ",\n    ".join(json.dumps(row) for row in value) + "\n  ]"
        out.write(f"  {json.dumps(key)}: {body}{',' if i + 1 < len(fixture) else ''}\n")
    out.write("}\n")
