#!/usr/bin/env python3
"""Turns the City of Chicago's open list of out-of-school programmes into the contract's CSV of activities.

    python3 programs_to_contract.py chicago_mcmf_programs.csv > activities.csv

The list has no taxonomy like ours, so interests are told by words of the title; what says nothing gets none.
"""
import csv
import re
import sys

INTERESTS = [
    ("ballet", "ballet"), ("hip.?hop", "hip_hop"), ("ballroom|salsa", "ballroom"), ("danc", "contemporary"), ("cheer", "cheerleading"),
    ("gymnast|tumbl", "gymnastics"), ("swim|aqua", "swimming"), ("soccer", "football"), ("basketball", "basketball"), ("volleyball", "volleyball"),
    ("baseball|softball|t-ball", "baseball"), ("tennis", "tennis"), ("karate", "karate"), ("judo", "judo"), ("box(ing|er)", "boxing"),
    ("yoga|fitness|zumba", "fitness_yoga"), ("skat(e|ing)", "ice_skating"), ("chess", "chess"), ("robot", "robotics"), ("cod(e|ing)|program", "programming"),
    ("piano|keyboard", "piano"), ("guitar", "guitar"), ("choir|chorus", "choir"), ("music|band", "band_orchestra"), ("draw|paint|\\bart\\b|arts", "drawing_painting"),
    ("ceramic|pottery|clay", "ceramics"), ("photo", "photography"), ("craft", "crafts"), ("sew|fashion", "sewing_fashion"), ("wood", "woodwork"),
    ("lego", "lego_blocks"), ("theat|drama|acting", "theatre"), ("film|video", "film"), ("writ|poet", "creative_writing"), ("book|story|read", "reading_club"),
    ("math", "mathematics"), ("science|stem", "young_scientist"), ("cook|bak", "cooking"), ("garden", "gardening"), ("nature|ecolog|environment", "ecology"),
    ("homework|tutor", "study_skills"), ("volunteer|service", "volunteering"), ("career|job|work", "career"), ("debate", "debate"), ("scout", "scouting"),
]
PRICES = {"Free": "0", "$50 or Less": "50", "More Than $50": "120"}
COLUMNS = ("id title description interests provider min_age max_age slots from until price price_unit capacity places_left street city lat lon "
           "online languages tags").split()


def clock(seconds):
    minutes = int(float(seconds)) // 60
    return f"{minutes // 60:02}:{minutes % 60:02}"


def slots(row):
    """The list has hours and no days; Saturday stands for all."""
    if not row["start_time"] or not row["end_time"] or float(row["start_time"]) >= float(row["end_time"]):
        return ""
    return f"sat {clock(row['start_time'])}-{clock(row['end_time'])}"


def convert(row):
    title = row["program_name"].strip()
    words = title.lower()
    online = row["meeting_type"] == "online"
    ages = sorted(int(float(row[name])) for name in ("min_age", "max_age") if row[name])
    dates = sorted(row[name] for name in ("start_date", "end_date") if row[name])
    return {
        "id": row["id"], "title": title[:300], "description": row["description"],
        "interests": "|".join(dict.fromkeys(interest for pattern, interest in INTERESTS if re.search(pattern, words))),
        "provider": row["org_name"] or "unknown",
        "min_age": ages[0] if ages else "", "max_age": min(ages[-1], 120) if ages else "",
        "slots": slots(row), "from": dates[0] if dates else "", "until": dates[-1] if len(dates) > 1 else "",
        "price": PRICES.get(row["program_price"], ""), "price_unit": "once",
        "capacity": int(float(row["capacity"])) if row["capacity"] else "", "places_left": "",
        "street": "" if online else row["address"], "city": "" if online else row["city"],
        "lat": "" if online else row["latitude"], "lon": "" if online else row["longitude"],
        "online": "yes" if online else "no", "languages": "en", "tags": row["categories"],
    }


def main():
    csv.field_size_limit(sys.maxsize)
    writer = csv.DictWriter(sys.stdout, COLUMNS, lineterminator="\n")
    writer.writeheader()
    with open(sys.argv[1], encoding="utf-8", newline="") as source:
        for row in csv.DictReader(source):
            writer.writerow(convert(row))


main()
