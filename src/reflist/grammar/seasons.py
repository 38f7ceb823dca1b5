"""The names of seasons in dates."""

SEASONS = {
    name: str(number)
    for number, names in enumerate(
        (
            "spring frühjahr frühling printemps primavera",
            "summer sommer été verano",
            "autumn fall herbst automne otoño",
            "winter hiver invierno",
        ),
        start=1,
    )
    for name in names.split()
}
"""Names of seasons, with CSL's numbers for them."""

ENGLISH_SEASONS = {"1": "Spring", "2": "Summer", "3": "Autumn", "4": "Winter"}
"""CSL's numbers of seasons, with the English names that formats write."""
