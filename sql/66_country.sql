-- Where people are -----------------------------------------------------------------

CREATE FUNCTION breachvalue.country_of(value text, class text) RETURNS text
AS 'MODULE_PATHNAME', 'breachvalue_country_of'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION breachvalue.country_of(text, text) IS
'the country that a value of the class tells, by its code in ISO 3166: of telephone numbers, bank accounts, national numbers, plates, names of countries; null where it does not tell';

CREATE FUNCTION breachvalue.people_by_country(subject regclass,
	OUT country text, OUT people bigint, OUT value_alone numeric) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'breachvalue_people_by_country'
LANGUAGE C STABLE STRICT PARALLEL UNSAFE COST 1000000 ROWS 30;
COMMENT ON FUNCTION breachvalue.people_by_country(regclass) IS
'the countries of the people of a subject table, as what all tables hold of them tells; those of fewer than 10 people are told as one. Counts, as the caller; values do not add up';
