"""The number of a proposal: usual spellings, one form."""

import pytest

from agreements.position.references import normal


@pytest.mark.parametrize(
    ("written", "stored"),
    [
        ("COM(2022) 542", "COM(2022) 542"),
        ("COM (2022)542 final", "COM(2022) 542"),
        ("KOM(2022) 542 slutlig", "COM(2022) 542"),
        ("com/2022/542", "COM(2022) 542"),
        ("COM 2022/0542", "COM(2022) 542"),
        ("COM\u00a0(2022)\u00a0542", "COM(2022) 542"),
        ("52022PC0542", "COM(2022) 542"),
        ("CELEX:52022DC0542", "COM(2022) 542"),
        ("52022SC0100", "SWD(2022) 100"),
        ("join(2023)  7", "JOIN(2023) 7"),
        ("SEK(2009) 12", "SEC(2009) 12"),
        ("2022/0347(COD)", "2022/0347(COD)"),
        ("2022/347 (cod)", "2022/0347(COD)"),
        ("2022/0347/COD", "2022/0347(COD)"),
        ("direktiv 2008/50/EG", "2008/50/EG"),
        ("Directive 2008/50/EC", "2008/50/EG"),
        ("förordning (EU) 2021/1119", "(EU) 2021/1119"),
        ("EU 2021/1119", "(EU) 2021/1119"),
        ("A/RES/70/1", "A/RES/70/1"),
        ("  New   Urban  Agenda ", "New Urban Agenda"),
        ("", ""),
    ],
)
def test_a_number_is_stored_in_one_form(written, stored):
    assert normal(written) == stored


@pytest.mark.parametrize(
    "stored", ["COM(2022) 542", "2022/0347(COD)", "2008/50/EG", "(EU) 2021/1119", "JOIN(2023) 7"]
)
def test_the_stored_form_is_itself(stored):
    assert normal(stored) == stored
