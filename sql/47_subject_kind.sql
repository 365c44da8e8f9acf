-- Whom records are about, and what the law protects above others -----------------

CREATE FUNCTION breachvalue.subject_kind(classes breachvalue.class_set) RETURNS text
AS 'MODULE_PATHNAME', 'breachvalue_subject_kind'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.subject_kind(breachvalue.class_set) IS
'whom a record is about that holds these classes: person, organisation or either; null when it holds nothing about anybody';

CREATE FUNCTION breachvalue.organisations(exposure breachvalue.exposure) RETURNS bigint
AS 'MODULE_PATHNAME', 'breachvalue_exposure_organisations'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.organisations(breachvalue.exposure) IS
'how many of the records that are worth something under the current model are about organisations: they hold what organisations alone have, and nothing that persons alone have';

CREATE FUNCTION breachvalue.special_categories(exposure breachvalue.exposure,
	OUT special_category text, OUT class text, OUT records bigint) RETURNS SETOF record
AS 'MODULE_PATHNAME', 'breachvalue_special_categories'
LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 5;
COMMENT ON FUNCTION breachvalue.special_categories(breachvalue.exposure) IS
'how many records hold what Articles 9 and 10 of the GDPR protect above others: any such class where class is null, then each';
