-- The catalogue of classes -----------------------------------------------------

CREATE FUNCTION breachvalue.classes(
	OUT number integer,
	OUT class text,
	OUT tier integer,
	OUT category text,
	OUT jurisdiction text[],
	OUT role text,
	OUT subject text,
	OUT special_category text,
	OUT linkage double precision,
	OUT domain_size numeric,
	OUT evidence text,
	OUT chance double precision,
	OUT validated boolean,
	OUT rule text,
	OUT hibp text,
	OUT fideslang text,
	OUT dpv text,
	OUT column_names text[])
RETURNS SETOF record
AS 'MODULE_PATHNAME', 'breachvalue_classes'
LANGUAGE C STABLE STRICT PARALLEL SAFE ROWS 172;
COMMENT ON FUNCTION breachvalue.classes() IS 'rows of the view classes';

CREATE VIEW breachvalue.classes AS
SELECT number, class, tier, category, jurisdiction, role, subject, special_category, linkage,
	domain_size, evidence, chance, validated, rule, hibp, fideslang, dpv, column_names
FROM breachvalue.classes();
COMMENT ON VIEW breachvalue.classes IS 'the kinds of personal data that are known here';
COMMENT ON COLUMN breachvalue.classes.number IS 'permanent, never used for another class';
COMMENT ON COLUMN breachvalue.classes.class IS 'name, as labels and functions take it';
COMMENT ON COLUMN breachvalue.classes.tier IS '1 common, 2 less so';
COMMENT ON COLUMN breachvalue.classes.category IS 'what it has to do with: contact, government_id, health, financial, and so on';
COMMENT ON COLUMN breachvalue.classes.jurisdiction IS 'countries that issue it, ISO 3166; null is any';
COMMENT ON COLUMN breachvalue.classes.role IS
'direct (singles a person out), attribute (says something about one), link (joins records, worth nothing alone) or carrier (worth what is found inside it)';
COMMENT ON COLUMN breachvalue.classes.subject IS 'whom it is about: person, organisation or either';
COMMENT ON COLUMN breachvalue.classes.special_category IS 'the article of the GDPR that protects it above others, or null';
COMMENT ON COLUMN breachvalue.classes.linkage IS 'how well two stores join by it, 0 to 1';
COMMENT ON COLUMN breachvalue.classes.domain_size IS
'how many values there can be, about: what can be enumerated is not hidden by a plain hash; null is unbounded or not known';
COMMENT ON COLUMN breachvalue.classes.evidence IS 'what can tell a column of the class: name, value or name+value';
COMMENT ON COLUMN breachvalue.classes.chance IS
'share of random values of the same shape that pass; null is not known';
COMMENT ON COLUMN breachvalue.classes.validated IS 'is_valid can tell its values';
COMMENT ON COLUMN breachvalue.classes.rule IS 'what its values look like, in words';
COMMENT ON COLUMN breachvalue.classes.hibp IS 'data class of Have I Been Pwned';
COMMENT ON COLUMN breachvalue.classes.fideslang IS 'data category of fideslang';
COMMENT ON COLUMN breachvalue.classes.dpv IS 'concept of the Data Privacy Vocabulary';
COMMENT ON COLUMN breachvalue.classes.column_names IS
'what columns of the class are called, in many languages; letters and digits only';
GRANT SELECT ON breachvalue.classes TO PUBLIC;

-- Values

CREATE FUNCTION breachvalue.is_valid(value text, class text) RETURNS boolean
AS 'MODULE_PATHNAME', 'breachvalue_is_valid'
LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION breachvalue.is_valid(text, text) IS
'could the value be one of the class? null when a value alone cannot tell';

CREATE FUNCTION breachvalue.classes_of(value text) RETURNS breachvalue.class_set
AS 'MODULE_PATHNAME', 'breachvalue_classes_of'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION breachvalue.classes_of(text) IS
'all classes that the value could be one of, of those whose values can be told';

CREATE FUNCTION breachvalue.normalized(value text, class text) RETURNS text
AS 'MODULE_PATHNAME', 'breachvalue_normalized'
LANGUAGE C STABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION breachvalue.normalized(text, text) IS
'the value as values of the class are always written, to join and to count people by; null when it is none';
