"""Freeze Arabic place names with permissive licences into the package: cities of GeoNames, territories of CLDR and kin.

    python tools/build_gazetteer.py GAZETTEER_DIR

Cities: GeoNames (CC BY 4.0), those of 100,000 people and more, capitals, and those of 15,000 and more where Arabic is
written. Territories that are no states: names that CLDR, countrynames or node-i18n-iso-countries give; sources under
share-alike licences are left out. States themselves are written by hand (`ar.states.tsv`).
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from tawatur.text.arabic import form, key

OUT = Path("src/tawatur/text/known")
PERMISSIVE = {"cldr", "countrynames", "i18n-iso-countries"}
ARABIC = {
    "DZ",
    "BH",
    "TD",
    "KM",
    "DJ",
    "EG",
    "ER",
    "IQ",
    "JO",
    "KW",
    "LB",
    "LY",
    "MR",
    "MA",
    "OM",
    "PS",
    "QA",
    "SA",
    "SO",
    "SD",
    "SY",
    "TN",
    "AE",
    "YE",
    "IL",
    "TR",
    "IR",
    "SS",
}
LETTERS = re.compile("[\u0621-\u063a\u0641-\u064a ]+$")
FOREIGN = re.compile("[\u0649](?=.)|\u0626\u0627|\u064a\u0649")  # spellings of Uyghur and Kurdish that stand under "ar"


def names(found: list[str], most: int = 6) -> list[str]:
    """The spellings an Arab reader would know, hamza variants once."""
    out: dict[str, str] = {}
    for raw in found:
        name = " ".join(form(raw).split())
        if LETTERS.match(name) and len(name) > 2 and not FOREIGN.search(name):
            out.setdefault(key(name), name)
    return list(out.values())[:most]


def main(folder: Path) -> None:
    """Write `ar.cities.tsv` and `ar.territories.tsv`."""
    countries = [json.loads(line) for line in (folder / "countries_ar.jsonl").read_text("utf-8").splitlines()]
    iso3 = {c["iso2"]: ("xkx" if c["iso3"] == "UNK" else c["iso3"].lower()) for c in countries}
    states = {
        line.split("\t")[0]
        for line in (OUT / "ar.states.tsv").read_text("utf-8").splitlines()
        if not line.startswith("#")
    }
    rows = [
        "# Built by tools/build_gazetteer.py from CLDR, countrynames and node-i18n-iso-countries: id, English, names"
    ]
    for c in sorted(countries, key=lambda c: c["iso3"]):
        found = names([n["name"] for n in c["names_ar"] if PERMISSIVE & set(n["src"])])
        if iso3[c["iso2"]] not in states and found:
            rows.append(f"{iso3[c['iso2']]}\t{c['name_en']}\t{'|'.join(found)}")
    (OUT / "ar.territories.tsv").write_text("\n".join(rows) + "\n", "utf-8")

    cities = [json.loads(line) for line in (folder / "cities_ar.jsonl").read_text("utf-8").splitlines()]
    cities.sort(key=lambda c: (-c["population"], c["geonameid"]))
    rows = [
        "# Built by tools/build_gazetteer.py from GeoNames (CC BY 4.0): id, English, state, latitude, longitude, names"
    ]
    taken: set[str] = set()
    spelled: set[str] = set()
    for c in cities:
        floor = 15_000 if c["iso2"] in ARABIC else 100_000
        if not c["capital"] and c["population"] < floor:
            continue
        found = [n for n in names(c["names_ar"]) if key(n) not in spelled]
        if not found:
            continue
        spelled.update(map(key, found))
        slug = re.sub("[^a-z0-9]+", "-", c["name_en"].lower().replace("'", "").replace("’", "")).strip("-")
        slug = slug if slug and slug not in taken else f"{slug}-{c['iso2'].lower()}"
        if slug in taken:
            slug = f"{slug}-{c['geonameid']}"
        taken.add(slug)
        rows.append(
            f"loc:{slug}\t{c['name_en']}\t{iso3.get(c['iso2'], '-')}\t{c['lat']:.3f}\t{c['lon']:.3f}\t{'|'.join(found)}"
        )
    (OUT / "ar.cities.tsv").write_text("\n".join(rows) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
