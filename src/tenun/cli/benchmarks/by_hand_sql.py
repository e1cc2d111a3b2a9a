"""The twenty-five rules as one SQL query written by hand: the peer of the emitter in `tenun bench readiness`."""

from tenun.cli.benchmarks.by_hand import BIRTH, BIRTH_NIK, MARITAL, MOTHER, NAME, PLACE, SEX, SEX_NIK


def _original(paper: str, day: str) -> str:
    return (
        f"CASE WHEN {paper}_proof IS NULL THEN 4 WHEN {paper}_proof = 0 THEN 7 "
        f"WHEN {paper}_defect IS NOT NULL OR {paper}_issued_on > {day} THEN 6 WHEN {paper}_proof < 3 THEN 3 ELSE 1 END"
    )


def _agree(columns: tuple[str, ...]) -> str:
    cases = "WHEN 0 THEN 1 WHEN 1 THEN 4 WHEN 2 THEN 6 WHEN 3 THEN 6 WHEN 4 THEN 6 ELSE 0"
    return f"CASE GREATEST({', '.join(columns)}) {cases} END"


def _certificate(scheme: str, on: str) -> str:
    return (
        f"CASE WHEN {scheme}_proof IS NULL THEN NULL WHEN {scheme}_proof = 0 THEN 7 WHEN {scheme}_defect IS NOT NULL "
        f"THEN 6 WHEN {scheme}_valid_until < {on} THEN 5 WHEN {scheme}_proof < 3 THEN 3 ELSE 1 END"
    )


def query(table: str, on: str) -> str:
    """The query over `table`; `on` is an ISO day."""
    day = f"DATE '{on}'"
    crossed = " OR ".join(
        f"(birth_date_earliest <= CAST({base} - INTERVAL '{age} years' AS DATE)"
        f" AND birth_date_latest > CAST({base} - INTERVAL '{age} years' AS DATE))"
        for base, age in (("leaves", 18), ("leaves", 21), ("leaves", 23), (day, 18), (day, 23))
    )
    schemes = ("rumah_tangga", "lansia", "anak", "masak")
    certificates = ", ".join(_certificate(f"kompetensi_{scheme}", day) for scheme in schemes)
    absent_or = "COALESCE(NULLIF({state}, 7), 4)"
    ijazah, nikah = _original("ijazah", day), _original("nikah", day)
    return f"""
SELECT person_id,
  [s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15, s16, s17, s18, s19, s20, s21, s22, s23, s24]
    AS states,
  CASE WHEN s0 = 6 OR s2 = 6 THEN 3 WHEN s1 = 6 OR s21 = 6 OR s22 = 6 OR s23 = 6 THEN 2
    WHEN GREATEST(s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15, s16, s17, s18, s19, s20, s21,
      s22, s23, s24) > 1 THEN 1 ELSE 0 END AS verdict
FROM (
  SELECT person_id,
    CASE WHEN birth_date_latest IS NULL THEN 4
      WHEN birth_date_latest > CAST(leaves - INTERVAL '18 years' AS DATE) THEN 6 ELSE 1 END AS s0,
    CASE WHEN birth_date_latest IS NULL THEN 4
      WHEN birth_date_latest > CAST({day} - INTERVAL '18 years' AS DATE) THEN 6 ELSE 1 END AS s1,
    CASE WHEN birth_date_earliest IS NULL OR birth_date_latest IS NULL THEN 0
      WHEN birth_date_earliest = birth_date_latest THEN 1 WHEN {crossed} THEN 6 ELSE 1 END AS s2,
    {_original("ktp", day)} AS s3,
    {_original("kk", day)} AS s4,
    {_original("akta", day)} AS s5,
    CASE WHEN education = 0 THEN 0 ELSE {ijazah} END AS s6,
    CASE WHEN marital_status IS NULL THEN {absent_or.format(state=nikah)}
      WHEN marital_status = 'kawin' THEN {nikah} ELSE 0 END AS s7,
    {_original("status_kawin_surat", day)} AS s8,
    {_original("izin", day)} AS s9,
    CASE WHEN consent_giver IS NULL THEN 4
      WHEN consent_giver IN ('suami', 'istri', 'orang_tua', 'wali') THEN 1 ELSE 6 END AS s10,
    CASE WHEN consent_known_by_village_head IS NULL THEN 4 WHEN consent_known_by_village_head THEN 1 ELSE 6 END AS s11,
    GREATEST({_original("ak1", day)}, CASE WHEN ak1_proof IS NULL THEN 4 WHEN ak1_proof = 0 THEN 7
      WHEN ak1_issued_on IS NULL THEN 4 WHEN ak1_issued_on > {day} THEN 6
      WHEN CAST(ak1_issued_on + INTERVAL '24 months' AS DATE) < {day} THEN 5 ELSE 1 END) AS s12,
    {_agree(NAME)} AS s13,
    {_agree(BIRTH)} AS s14,
    {_agree(BIRTH_NIK)} AS s15,
    {_agree(PLACE)} AS s16,
    {_agree(SEX)} AS s17,
    {_agree(SEX_NIK)} AS s18,
    {_agree(MOTHER)} AS s19,
    {_agree(MARITAL)} AS s20,
    CASE WHEN birth_date IS NULL THEN 4 WHEN birth_date > CAST({day} - INTERVAL '23 years' AS DATE) THEN 6
      WHEN birth_date <= CAST({day} - INTERVAL '50 years' AS DATE) THEN 6 ELSE 1 END AS s21,
    CASE WHEN sex IS NULL THEN 4 WHEN sex = 'P' THEN 1 ELSE 6 END AS s22,
    CASE WHEN education IS NULL THEN 4 WHEN education >= 2 THEN 1 ELSE 6 END AS s23,
    COALESCE(LEAST({certificates}), 4) AS s24
  FROM (SELECT *, GREATEST(COALESCE(departure_on, {day}), {day}) AS leaves FROM {table})
)"""
